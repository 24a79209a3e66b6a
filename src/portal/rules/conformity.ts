/**
 * @rule Conformité au RGAA : la part des critères applicables qui sont respectés. 100 % : totalement conforme ; la moitié
 * ou plus : partiellement conforme ; moins, ou un critère qui n'a pas été regardé : non conforme.
 *
 * Source: RGAA 4.1, « Obligations » (loi du 11 février 2005, art. 47; décret 2019-768), domain/law.md §7.
 */

/** How many criteria each of the thirteen themes of the RGAA 4.1 has: 106 in all. */
const CRITERIA_OF_THEMES = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12] as const;

export type CriterionState = "met" | "not-met" | "not-applicable" | "not-looked-at";

export type Conformity = {
  state: "total" | "partial" | "none";
  /** Why: a criterion that nobody looked at makes every rate a guess. */
  because: "rate" | "not-finished";
  met: number;
  notMet: number;
  notApplicable: number;
  notLookedAt: number;
  /** Share of the applicable criteria that are met, in whole percents, rounded down: 99.9 % is not 100 %. */
  percent: number;
};

/** What may be declared of an audit, from the state of each of its criteria. */
export function conformity(states: readonly CriterionState[]): Conformity {
  const count = (wanted: CriterionState) => states.filter((state) => state === wanted).length;
  const [met, notMet, notApplicable] = [count("met"), count("not-met"), count("not-applicable")];
  const notLookedAt = count("not-looked-at");
  const applicable = met + notMet;
  const percent = applicable === 0 ? 0 : Math.floor((met * 100) / applicable);
  const counts = { met, notMet, notApplicable, notLookedAt, percent };
  if (notLookedAt > 0) return { state: "none", because: "not-finished", ...counts };
  return { state: stateOf(percent), because: "rate", ...counts };
}

function stateOf(percent: number): Conformity["state"] {
  if (percent === 100) return "total";
  return percent >= 50 ? "partial" : "none";
}

/** « 1.1 » to « 13.12 », in the order of the RGAA. */
export function criterionNumbers(): readonly string[] {
  return CRITERIA_OF_THEMES.flatMap((count, theme) =>
    Array.from({ length: count }, (_, criterion) => `${theme + 1}.${criterion + 1}`),
  );
}
