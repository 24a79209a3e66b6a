/** What the technician reads when a backup or a restore is refused. */
export const texts = {
  fileExists: (file: string) =>
    `Le fichier ${file} existe déjà : une sauvegarde n’en remplace jamais une autre.`,
  notWritable: (file: string, reason: string) => `Le fichier ${file} ne peut pas être écrit (${reason}).`,
  unknownAuthority: (asked: string) =>
    `Aucune collectivité ne se nomme « ${asked} » ni ne répond à cette adresse.`,
  notMigrated: "Cette base n’a encore rien à sauvegarder : aucun Préau ne l’a utilisée.",
  notReadable: (file: string, reason: string) => `Le fichier ${file} ne peut pas être lu (${reason}).`,
  notABackup: (file: string) => `Le fichier ${file} n’est pas une sauvegarde de Préau.`,
  damaged: (file: string, what: string) =>
    `La sauvegarde ${file} est incomplète ou altérée (${what}) : rien n’a été écrit.`,
  truncated: "la compression ne se relit pas jusqu’à la fin",
  newerBackup: (step: number) =>
    `Cette sauvegarde vient d’un Préau plus récent (étape ${step}) : mettez le programme à jour.`,
  otherProgram: (step: number) =>
    `L’étape ${step} de cette sauvegarde n’est pas celle de ce programme : elle vient d’un Préau modifié.`,
  notEmpty: "Cette base n’est pas vide : une restauration ne remplace rien. Donnez une base vide.",
  inconsistent: (what: string) => `La restauration a été annulée, rien n’a été écrit : ${what}.`,
  rowsMissing: (table: string, found: number, expected: number) =>
    `${table} a ${found} lignes au lieu de ${expected}`,
};
