import type { RequestAct } from "../../rules/states.ts";

/** What was done, as both sides read it in the history. */
const acts: Readonly<Record<RequestAct, (by: string) => string>> = {
  submit: (by) => `${by} a envoyé la demande`,
  complete: (by) => `${by} a envoyé le complément`,
  withdraw: (by) => `${by} a retiré la demande`,
  abandon: (by) => `${by} a abandonné le brouillon`,
  tell: (by) => `${by} a écrit`,
  take: (by) => `${by} s’occupe de la demande`,
  give: (by) => `${by} a confié la demande`,
  release: (by) => `${by} a rendu la demande`,
  raise: (by) => `${by} a rendu la demande prioritaire`,
  lower: (by) => `${by} a retiré la priorité`,
  ask: (by) => `${by} demande un complément`,
  answer: (by) => `${by} a répondu`,
  note: (by) => `${by} a noté, pour les agents seulement`,
  accept: (by) => `${by} a accepté la demande`,
  refuse: (by) => `${by} a refusé la demande`,
  expire: () => "Le brouillon a été effacé, faute de suite",
};

/** Words that the family’s and the agents’ pages share. */
export const texts = {
  acts,
  nothing: "Sans réponse",
  choose: "Choisissez…",
  gone: "Document retiré",
  formerChild: "Enfant parti du foyer",
  formerOffer: "Ce choix n’est plus proposé",
  timeline: "Historique",
  appeal: "Pour contester cette décision :",
} as const;
