/** How a request stands. */
export type RequestState =
  | "draft"
  | "submitted"
  | "under_review"
  | "more_needed"
  | "accepted"
  | "refused"
  | "withdrawn"
  | "expired";

/** What is done to a request, as its history keeps it. */
export type RequestAct = keyof typeof ACTS;

interface Act {
  readonly by: "family" | "agent" | "clock";
  /** From which states it may be done, and to which each leads. */
  readonly leads: Partial<Record<RequestState, RequestState>>;
  /** Whose turn it is afterwards. */
  readonly awaits: "agent" | "family" | "nobody" | "as-before";
  /** Between agents: whoever asks never reads of it. */
  readonly internal?: true;
}

const SAME = { submitted: "submitted", under_review: "under_review", more_needed: "more_needed" } as const;
const toEach = (state: RequestState): Act["leads"] => ({
  submitted: state,
  under_review: state,
  more_needed: state,
});

/**
 * @rule Les états d’une démarche
 *
 * Un brouillon est envoyé, abandonné, ou s’éteint quand personne n’y touche plus. Une demande envoyée est prise en
 * charge par un agent, qui peut demander un complément ; elle est acceptée, refusée avec un motif, ou retirée par la
 * famille tant que rien n’est décidé. Ce qui est décidé ne change plus : on revient dessus par une nouvelle demande. Le
 * silence ne change jamais un état par lui-même.
 */
export const ACTS = {
  submit: { by: "family", leads: { draft: "submitted" }, awaits: "agent" },
  complete: { by: "family", leads: { more_needed: "under_review" }, awaits: "agent" },
  withdraw: { by: "family", leads: toEach("withdrawn"), awaits: "nobody" },
  abandon: { by: "family", leads: { draft: "withdrawn" }, awaits: "nobody" },
  tell: { by: "family", leads: SAME, awaits: "agent" },
  take: { by: "agent", leads: { ...SAME, submitted: "under_review" }, awaits: "as-before" },
  give: { by: "agent", leads: { ...SAME, submitted: "under_review" }, awaits: "as-before", internal: true },
  release: { by: "agent", leads: SAME, awaits: "as-before", internal: true },
  raise: { by: "agent", leads: SAME, awaits: "as-before", internal: true },
  lower: { by: "agent", leads: SAME, awaits: "as-before", internal: true },
  ask: { by: "agent", leads: toEach("more_needed"), awaits: "family" },
  answer: { by: "agent", leads: SAME, awaits: "family" },
  note: { by: "agent", leads: SAME, awaits: "as-before", internal: true },
  accept: { by: "agent", leads: toEach("accepted"), awaits: "nobody" },
  refuse: { by: "agent", leads: toEach("refused"), awaits: "nobody" },
  expire: { by: "clock", leads: { draft: "expired" }, awaits: "nobody" },
} as const satisfies Record<string, Act>;

/** What may be done in a state, and to what state it leads; undefined where it may not. */
export function leadsTo(act: RequestAct, state: RequestState): RequestState | undefined {
  const { leads }: Act = ACTS[act];
  return leads[state];
}

/** What agents say and arrange among themselves: no page, mail or file of the family tells of it. */
export function isInternal(act: RequestAct): boolean {
  const { internal }: Act = ACTS[act];
  return internal === true;
}

/** The steps of an act: where from, where to. */
export function stepsOf(act: RequestAct): readonly (readonly [RequestState, RequestState])[] {
  return STATES.flatMap((from) => {
    const to = leadsTo(act, from);
    return to === undefined ? [] : [[from, to] as const];
  });
}

/** Every state, in the order of a request's life. */
export const STATES: readonly RequestState[] = [
  "draft",
  "submitted",
  "under_review",
  "more_needed",
  "accepted",
  "refused",
  "withdrawn",
  "expired",
];

/** Something is to be done about it by the authority or the family. */
export const isOpen = (state: RequestState): boolean => leadsTo("accept", state) !== undefined;

/** The family may still write its answers. */
export const isFilledIn = (state: RequestState): boolean => state === "draft" || state === "more_needed";
