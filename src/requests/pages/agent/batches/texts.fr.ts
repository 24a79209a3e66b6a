import { countOf } from "#kernel";

/** Words of several requests that are decided together. */
export const texts = {
  back: "Démarches",
  title: {
    accept: "Accepter plusieurs demandes",
    refuse: "Refuser plusieurs demandes",
  },
  lead: {
    accept: (count: number) =>
      `${countOf(count, "demande")} : lisez ce que chaque acceptation fait, puis confirmez.`,
    refuse: (count: number) => `${countOf(count, "demande")} : toutes reçoivent le même motif.`,
  },
  each: "Chaque demande est décidée à part : si l’une ne peut pas l’être, les autres le sont quand même.",
  columns: { request: "Demande", by: "Demandé par", does: "Ce que l’acceptation fait", outcome: "Résultat" },
  nothing: "Rien dans le dossier",
  change: (field: string, now: string, wanted: string) => `${field} : « ${now} » devient « ${wanted} »`,
  empty: "vide",
  alone: "Laissée de côté : le dossier a changé depuis la demande. Ouvrez-la pour la décider seule.",
  said: {
    accept: "Le motif de l’acceptation, ou la réponse aux familles",
    refuse: "Le motif du refus",
  },
  saidHint: "Chaque famille le lit tel quel.",
  appeal: "Les voies de recours sont celles de chaque type de démarche.",
  button: { accept: "Accepter ces demandes", refuse: "Refuser ces demandes" },
  leave: "Ne rien décider",
  none: {
    title: "Aucune demande choisie",
    sentences: ["Cochez des demandes à traiter dans la liste, puis choisissez « Accepter » ou « Refuser »."],
    next: "Revenir aux démarches",
  },
  noReason: "Écrivez le motif.",
  report: {
    title: "Demandes décidées ensemble",
    under: (done: number, all: number) => `${done} sur ${countOf(all, "demande")}`,
    underMore: "La page se met à jour toute seule. Vous pouvez la quitter : le travail continue.",
    done: (done: number, all: number) =>
      done === all
        ? `${countOf(done, "demande")} sur ${all} : tout est fait.`
        : `${countOf(done, "demande")} sur ${all} : les autres sont à revoir.`,
    waiting: "En attente",
    outcomes: {
      done: "Décidée",
      "not-now": "Pas décidée : un autre agent l’a décidée, ou la famille l’a retirée.",
      "changed-since": "Pas décidée : le dossier ou la demande a changé depuis que vous l’avez lue.",
      conflict:
        "Pas décidée : une ligne du dossier a changé depuis la demande. Ouvrez-la pour la décider seule.",
      "no-answer": "Pas décidée : il lui faut une réponse.",
      impossible: "Pas décidée :",
      "not-allowed": "Pas décidée : vous n’avez pas le droit de décider de cette demande.",
    },
  },
} as const;
