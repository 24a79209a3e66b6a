/** Words of the pages on which agents change a family's file. */
export const texts = {
  back: (label: string) => `Dossier ${label}`,
  child: "Enfant",
  person: {
    title: "Ajouter une personne autorisée ou interdite",
    kind: "Cette personne",
    kinds: { autorisee: "peut venir chercher l’enfant", interdite: "ne doit pas venir chercher l’enfant" },
    kindHint:
      "Une interdiction s’écrit sur une décision (jugement, ordonnance). Elle passe avant toute autorisation.",
    noKind: "Choisissez si la personne est autorisée ou interdite.",
    noChild: "Choisissez l’enfant.",
    save: "Ajouter cette personne",
  },
  authority: {
    title: "Un adulte du foyer sans autorité sur un enfant",
    lead: "Cet adulte ne verra plus rien de l’enfant sur l’espace et ne réservera plus pour lui, dans aucun de ses foyers.",
    adult: "Adulte",
    reason: "Raison",
    reasonHint: "Beau-parent, ordonnance du 3 mars 2026… Les agents la lisent, les familles jamais.",
    noReason: "Écrivez la raison.",
    notTogether: "Choisissez un adulte et un enfant de ce foyer.",
    lastGuardian: "C’est le seul adulte qui agit pour cet enfant : ajoutez d’abord un autre responsable.",
    save: "Retirer l’autorité sur cet enfant",
  },
  health: {
    title: (child: string) => `Corriger la fiche sanitaire de ${child}`,
    back: "Fiche sanitaire",
  },
  territory: {
    title: "Communes du territoire",
    lead: "Une famille dont le foyer est dans une de ces communes habite le territoire. Tant que la liste est vide, on ne le sait d’aucune.",
    list: "Communes, une par ligne",
    listHint: "Les accents, les tirets et les majuscules ne comptent pas.",
    save: "Enregistrer la liste",
    saved: "La liste est enregistrée.",
    noLetters: (line: string) => `« ${line} » n’est pas un nom de commune.`,
    tooMany: (most: number) => `Écrivez ${most} communes au plus.`,
    counts: (residents: number, others: number) =>
      `${residents} ${residents > 1 ? "foyers habitent" : "foyer habite"} le territoire, ${others} non.`,
    elsewhere: "Communes des autres foyers",
    elsewhereHint: "Un nom écrit autrement dans le registre de l’école se voit ici.",
    commune: "Commune",
    households: "Foyers",
    unknown: "Commune inconnue",
    families: "Familles",
  },
} as const;
