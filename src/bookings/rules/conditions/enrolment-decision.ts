import type { Condition, EnrolmentConditions, PriorityGroup } from "./condition.ts";
import { decideCondition } from "./decide-condition.ts";
import type { EnrolmentFacts } from "./facts.ts";
import { groupNames } from "./group-phrase.ts";
import { daysWithin } from "./span.ts";
import type { Unmet } from "./unmet.ts";

/** What the conditions of an activity say about one person: may enrol, from when to when, or why not. */
export type EnrolmentDecision = Priority &
  (
    | {
        readonly kind: "possible";
        readonly firstDay: Temporal.PlainDate;
        readonly lastDay: Temporal.PlainDate;
        /** Why not on every day that is left of the season: too young until then, too old after. */
        readonly bounds: readonly Unmet[];
      }
    | { readonly kind: "refused"; readonly unmet: readonly Unmet[] }
    | { readonly kind: "over"; readonly lastDay: Temporal.PlainDate }
  );

/** The priority groups of a person for a season, and the points that they add up to. */
interface Priority {
  readonly groups: readonly string[];
  readonly points: number;
}

/** Facts before the groups are known. */
export type PersonFacts = Omit<EnrolmentFacts, "groups" | "groupNames">;

/**
 * @rule S'inscrire à un service
 *
 * Le règlement d'un service dit qui peut s'y inscrire : un âge, une école ou une classe, une commune, un dossier
 * complet, un groupe prioritaire, un frère ou une sœur déjà là, régulièrement ou non ; ces conditions se combinent par
 * « et », « ou », « sauf ». Elles sont examinées à l'inscription, pas à chaque réservation. Un refus nomme chaque
 * condition qui manque et dit comment la remplir ; un agent peut passer outre, avec un motif.
 *
 * Les groupes prioritaires ne refusent rien : ils donnent des points et ouvrent les réservations plus tôt. Ils sont
 * calculés le jour de l'inscription et gardés avec elle.
 *
 * In: the conditions of the activity, the person's facts. Out: the days open to the person from today on, or what is
 * not met.
 */
export function decideEnrolment(conditions: EnrolmentConditions, person: PersonFacts): EnrolmentDecision {
  const priorities = conditions.filter((item): item is PriorityGroup => item.kind === "priority");
  const names = groupNames(conditions);
  const priority = priorityOf(priorities, { ...person, groups: [], groupNames: names });
  const facts = { ...person, groups: priority.groups, groupNames: names };
  const { season, today } = person;
  const [left] = daysWithin(season, today, null);
  if (left === undefined) return { ...priority, kind: "over", lastDay: season.last };
  const all = [...audienceOf(person), ...conditions.filter((item) => item.kind !== "priority")];
  const { days, unmet } =
    all.length === 0 ? { days: [season], unmet: [] } : decideCondition({ kind: "all", of: all }, facts);
  const [open] = days.flatMap((span) => daysWithin(span, today, null));
  const { shut } = person;
  if (shut !== null) {
    const others = open === undefined ? unmet : [];
    return { ...priority, kind: "refused", unmet: [{ ...shut, code: "nothing-to-book" }, ...others] };
  }
  if (open === undefined) return { ...priority, kind: "refused", unmet: saidOnce(unmet) };
  const bounded = !open.first.equals(left.first) || !open.last.equals(left.last);
  return {
    ...priority,
    kind: "possible",
    firstDay: open.first,
    lastDay: open.last,
    bounds: bounded ? unmet : [],
  };
}

/** Group after group: one may depend on those above it. */
function priorityOf(priorities: readonly PriorityGroup[], facts: EnrolmentFacts): Priority {
  return priorities.reduce<Priority>(
    (known, { group, points, who }) => {
      const belongs =
        facts.given.includes(group) ||
        (who !== undefined && decideCondition(who, { ...facts, groups: known.groups }).days.length > 0);
      return belongs ? { groups: [...known.groups, group], points: known.points + points } : known;
    },
    { groups: [], points: 0 },
  );
}

/** A grown-up is told for which age a service is, or that it is for children: neither twice, nor that a school is missing. */
function saidOnce(unmet: readonly Unmet[]): readonly Unmet[] {
  const [first] = ["for-children", "children-only"].filter((said) => unmet.some(({ code }) => code === said));
  if (first === undefined) return unmet;
  const implied = ["for-children", "children-only", "school-unknown"].filter((code) => code !== first);
  return unmet.filter(({ code }) => !implied.includes(code));
}

function audienceOf({ activity }: PersonFacts): readonly Condition[] {
  return activity.audience === "everyone" ? [] : [{ kind: "audience", who: activity.audience }];
}
