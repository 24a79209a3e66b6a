import { agree, countOf } from "#kernel";

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
    forbidden:
      "Une personne de ce nom ne doit pas venir chercher cet enfant : levez d’abord l’interdiction, si la décision a pris fin.",
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
    confirm: {
      nothingYet: "Rien n’est encore changé. Voici ce qui changera :",
      reason: (reason: string) => `Raison, que les agents lisent : ${reason}`,
      leave: "Ne rien changer",
      withhold: {
        title: (adult: string, child: string) => `Retirer à ${adult} l’autorité sur ${child} ?`,
        changes: (adult: string, child: string) => [
          `${adult} ne verra plus rien de ${child} sur l’espace : ni planning, ni réservations, ni fiches.`,
          `${adult} ne pourra plus réserver ni annuler pour ${child}, dans aucun de ses foyers, et ne recevra plus ses messages.`,
          `Ce qui est déjà réservé pour ${child} reste réservé, et le payeur ne change pas.`,
          "Personne n’est prévenu par e-mail.",
        ],
        save: (child: string) => `Retirer l’autorité sur ${child}`,
      },
      restore: {
        title: (adult: string, child: string) => `Rendre à ${adult} l’autorité sur ${child} ?`,
        changes: (adult: string, child: string) => [
          `${adult} verra de nouveau tout ce que l’espace dit de ${child} dans ses foyers : planning, réservations, fiches.`,
          `${adult} pourra de nouveau réserver et annuler pour ${child}, et recevra ses messages.`,
          "Personne n’est prévenu par e-mail. La raison qui était écrite reste au journal.",
        ],
        save: (child: string) => `Rendre l’autorité sur ${child}`,
      },
    },
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
    confirm: {
      title: "Changer les communes du territoire ?",
      nothingYet: "Rien n’est encore changé. Voici ce qui changera :",
      added: (names: string) => `Dans le territoire : ${names}.`,
      removed: (names: string) => `Plus dans le territoire : ${names}.`,
      arriving: (n: number) =>
        `${countOf(n, "foyer")} de plus ${agree(n, "habitera", "habiteront")} le territoire.`,
      leaving: (n: number) =>
        `${countOf(n, "foyer")} ${agree(n, "n’habitera", "n’habiteront")} plus le territoire.`,
      since: (day: string) =>
        `Leurs prix, leurs conditions d’inscription et leurs ouvertures peuvent changer dès le ${day}, aussi pour ce qui est déjà réservé. Personne n’est prévenu par e-mail.`,
      save: "Enregistrer cette liste",
      leave: "Ne rien changer",
    },
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
