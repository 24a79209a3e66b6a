/** What is wrong with a line of the report, and what to do. */
export const texts = {
  notARow:
    "Cette ligne ne commence ni par EN-TETE, ni par LIGNE, ni par PIED-DE-PAGE : reprenez le fichier tel que PayFiP l’a donné.",
  noHead: "Le fichier ne commence pas par une ligne EN-TETE : reprenez-le tel que PayFiP l’a donné.",
  headAgain: "Une deuxième ligne EN-TETE : deux fichiers ont été mis bout à bout, reprenez-les un par un.",
  titles: (expected: string) =>
    `La première ligne LIGNE porte les titres ${expected}, dans l’ordre que l’on veut : celle-ci en porte d’autres.`,
  noTitles: "Le fichier n’a pas de ligne de titres.",
  columns: "Cette ligne n’a pas le même nombre de colonnes que celle des titres.",
  date: (written: string) => `La date « ${written} » ne se lit pas : elle s’écrit 02/11/2026.`,
  refdet: (written: string) =>
    `La référence « ${written} » ne se lit pas : elle compte 6 à 30 lettres ou chiffres.`,
  amount: (written: string) => `Le montant « ${written} » ne se lit pas : il s’écrit 12,50.`,
  other: "Une des colonnes IDOP, NUMCLI, RESULTRANS ou SAISIE de cette ligne ne se lit pas.",
  afterFoot: "Il y a des lignes après PIED-DE-PAGE : reprenez le fichier tel que PayFiP l’a donné.",
  noFoot: "Le fichier n’a pas de ligne PIED-DE-PAGE : il est coupé, reprenez-le en entier.",
  foot: "La ligne PIED-DE-PAGE ne donne pas un nombre de lignes et un total lisibles.",
  count: (told: number, read: number) =>
    `PIED-DE-PAGE annonce ${told} paiements, le fichier en contient ${read} : il est coupé ou a été changé.`,
  total: (told: string, read: string) =>
    `PIED-DE-PAGE annonce ${told}, la somme des lignes est ${read} : le fichier est coupé ou a été changé.`,
  unreadable:
    "Le fichier ne se lit pas jusqu’à cette ligne : un guillemet y est de trop ou n’est pas fermé, ou ce n’est pas le fichier de PayFiP.",
} as const;
