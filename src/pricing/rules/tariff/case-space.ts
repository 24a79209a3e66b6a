import type { Weekday, When } from "./grammar.ts";
import { holds, type WhenFacts } from "./when.ts";

/** A situation that stands for all those which the conditions cannot tell apart. */
export type Situation = Partial<WhenFacts>;

/** More situations than anybody reads; the cases are then to be nested. */
const MOST = 20_000;

const RANGES = ["rank", "enrolledChildren", "householdChildren", "age", "days"] as const;

const CHOICES = {
  residence: ["resident", "outside"],
  audience: ["child", "adult"],
  scheme: ["caf", "msa", "other"],
  school: ["preschool", "elementary", "other"],
  regular: [true, false],
  ownMeal: [true, false],
  booked: [true, false],
} as const satisfies { [Key in keyof WhenFacts]?: readonly NonNullable<WhenFacts[Key]>[] };

const WEEK: readonly Weekday[] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];

/**
 * Every situation that some conditions tell apart: « resident or not » times « first, second, third child or later ».
 * Null where there are too many. Each condition then holds for a set of them, which shows overlaps and holes.
 */
export function situations(conditions: readonly When[]): readonly Situation[] | null {
  let all: readonly Situation[] = [{}];
  const spread = (values: readonly Situation[]) => {
    if (values.length > 0 && all.length * values.length <= MOST)
      all = all.flatMap((one) => values.map((value) => ({ ...one, ...value })));
    else if (values.length > 0) all = [];
  };
  for (const key of ["residence", "audience", "scheme", "school", "regular", "ownMeal", "booked"] as const)
    if (conditions.some((when) => when[key] !== undefined))
      spread(CHOICES[key].map((value) => ({ [key]: value })));
  const categories = conditions.flatMap(({ category }) => category ?? []);
  if (categories.length > 0) spread([{}, ...[...new Set(categories)].map((category) => ({ category }))]);
  if (conditions.some(({ weekdays }) => weekdays !== undefined)) spread(WEEK.map((weekday) => ({ weekday })));
  for (const key of RANGES) spread(pointsOf(key, conditions).map((value) => ({ [key]: value })));
  return all.length === 0 ? null : all;
}

/** For which of the situations a condition holds. */
export function situationsOf(when: When, all: readonly Situation[]): ReadonlySet<Situation> {
  return new Set(all.filter((one) => holds(when, { weekday: "monday", booked: true, ...one }) === true));
}

/** The numbers next to each end of the ranges: between two of them nothing changes. */
function pointsOf(key: (typeof RANGES)[number], conditions: readonly When[]): readonly number[] {
  const least = key === "age" ? 0 : 1;
  const ranges = conditions.flatMap((when) => when[key] ?? []);
  if (ranges.length === 0) return [];
  const points = ranges.flatMap(({ from = least, to }) => [
    from - 1,
    from,
    ...(to === undefined ? [from + 1] : [to, to + 1]),
  ]);
  return [...new Set([least, ...points])].filter((point) => point >= least).toSorted((a, b) => a - b);
}
