import { agree, countOf } from "#kernel";

/** Words of the page that passes children from a season to the next. */
export const texts = {
  title: "Passer les enfants à la rentrée",
  lead: "Un enfant qui change de classe garde son dossier. Ici, ceux de la saison d’avant sont inscrits dans la suivante, d’un coup, quand ils en remplissent encore les conditions.",
  none: "Rien à passer",
  noneMore: "Aucun service n’a deux saisons qui se suivent. Créez la saison suivante, puis revenez.",
  noneAsk:
    "Aucun service n’a deux saisons qui se suivent. Qui règle l’offre crée la saison suivante ; revenez ensuite.",
  choose: (count: number) => `${countOf(count, "saison")} à remplir`,
  activity: "Service",
  site: "Lieu",
  season: "Saison",
  before: "Inscrits la saison d’avant",
  enrolled: "Déjà inscrits",
  look: "Regarder",
  of: (activity: string, season: string) => `${activity}, ${season}`,
  planTitle: (activity: string, before: string, season: string) => `${activity} : de ${before} à ${season}`,
  question: "Rien n’est encore fait. Enlevez la coche de ceux qui ne continuent pas.",
  possible: (count: number) => `${countOf(count, "personne")} à inscrire`,
  already: (count: number) => `${countOf(count, "personne")} déjà ${agree(count, "inscrite", "inscrites")}`,
  refused: (count: number) =>
    `${countOf(count, "personne ne remplit plus", "personnes ne remplissent plus")} les conditions`,
  schoolUnknown: (year: string) => `École de ${year} pas encore connue.`,
  awaiting: (year: string, count: number) =>
    `École de ${year} pas encore connue : ${countOf(count, "personne")}`,
  awaitingMore:
    "Rien d’autre ne manque. Attendez le fichier de l’école, écrivez l’école au dossier, ou inscrivez dès maintenant avec un motif : la famille le lit dans son historique.",
  reason: "Motif",
  reasonHint: "Par exemple « Même école, fichier de l’école attendu en septembre ».",
  needsReason: "Écrivez un motif pour inscrire sans connaître l’école.",
  submitAnyway: "Inscrire avec ce motif",
  who: "Qui",
  family: "Dossier",
  why: "Pourquoi",
  submit: "Inscrire pour la nouvelle saison",
  done: (count: number) =>
    count === 0
      ? "Personne de plus n’a été inscrit"
      : `C’est fait : ${countOf(count, "personne inscrite", "personnes inscrites")}`,
  doneMore:
    "Payeur, venue et groupes donnés par un agent sont ceux de la saison d’avant. Chaque dossier le montre.",
  back: "Revenir aux saisons",
  unknown: (count: number) =>
    `${countOf(count, "personne")} de la saison d’avant ne ${agree(count, "vient", "viennent")} plus sur vos lieux : un agent de tous les lieux peut les inscrire, la famille aussi.`,
  nobody: "Personne n’était inscrit la saison d’avant.",
} as const;
