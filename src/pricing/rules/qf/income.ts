/** Where a household's allowances come from. */
export type Scheme = "caf" | "msa" | "other";

/** Why there are no resources to be told. */
export type ResourcesCase = "nil" | "placed" | "noProof" | "notGiven";

/** What somebody tells of a household's income: a « quotient familial », resources, or both. */
export interface ToldIncome {
  /** 699.99 is 69999. */
  readonly valueHundredths: number | null;
  /** A month's, in cents. */
  readonly resourcesCents: number | null;
  readonly resourcesCase: ResourcesCase | null;
  readonly dependentChildren: number | null;
  readonly aeehChildren: number | null;
  readonly scheme: Scheme;
  /** The day of the situation that it tells. */
  readonly situationOn: Temporal.PlainDate;
}

/** « 699.99 », as tariffs read it. */
export function qfText(hundredths: number): string {
  const [whole, rest] = [Math.trunc(hundredths / 100), hundredths % 100];
  return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(2, "0")}`;
}
