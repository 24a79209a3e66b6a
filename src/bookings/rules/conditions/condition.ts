/** What must be so before somebody is enrolled: plain data, as the rule set writes it. */
export type Condition =
  | { readonly kind: "all"; readonly of: readonly Condition[] }
  | { readonly kind: "any"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }
  | AgeCondition
  | SchoolCondition
  | ResidenceCondition
  | FileCondition
  | DocumentCondition
  | SiblingCondition
  | AudienceCondition
  | GroupCondition
  | RegularCondition;

/**
 * An age between two, the last one excluded, in years or in months: from 3 years until 12 years is « de 3 à 11 ans ».
 * `on` says when it counts: on each day attended, on the day of enrolment, on the season's first day, on a date, or on
 * a day of the calendar year in which the season begins (« 12-31 »).
 */
export interface AgeCondition {
  readonly kind: "age";
  readonly on: string;
  readonly fromYears?: number | undefined;
  readonly untilYears?: number | undefined;
  readonly fromMonths?: number | undefined;
  readonly untilMonths?: number | undefined;
}

/** Goes to one of these schools, in one of these levels, in one of these classes, in the season's school year. */
export interface SchoolCondition {
  readonly kind: "school";
  readonly schools?: readonly string[] | undefined;
  readonly levels?: readonly string[] | undefined;
  readonly classes?: readonly string[] | undefined;
}

/** The household lives in one of the authority's communes. */
export interface ResidenceCondition {
  readonly kind: "residence";
}

/** What a file may be asked to hold. */
export const FILE_ITEMS = ["address", "phone", "email"] as const;

/** See `FILE_ITEMS`. */
export type FileItem = (typeof FILE_ITEMS)[number];

/** The household's file holds an address, a telephone, an e-mail. */
export interface FileCondition {
  readonly kind: "completeFile";
  readonly needs: readonly FileItem[];
}

/** A document of this kind, of the person or the household, holds today; named as the authority calls it. */
export interface DocumentCondition {
  readonly kind: "document";
  readonly document: string;
}

/** Another participant of the household is enrolled already, in this activity or in one of those named by code. */
export interface SiblingCondition {
  readonly kind: "sibling";
  readonly activities?: readonly string[] | undefined;
}

/** Children only, or adults only: an adult takes part himself. */
export interface AudienceCondition {
  readonly kind: "audience";
  readonly who: "children" | "adults";
}

/** Is in one of these priority groups. */
export interface GroupCondition {
  readonly kind: "group";
  readonly groups: readonly string[];
}

/** Enrols as a regular, not for a few days now and then. */
export interface RegularCondition {
  readonly kind: "regular";
}

/**
 * A priority group: it never refuses; who meets `who` has its points and the windows that open for it. Without `who`,
 * an agent gives it by hand. `name` completes « pour … »: « les habitants ».
 */
export interface PriorityGroup {
  readonly kind: "priority";
  readonly group: string;
  readonly name: string;
  readonly points: number;
  readonly who?: Condition | undefined;
}

/** The rule of an activity: every condition must be met; the priority groups are computed in their order. */
export type EnrolmentConditions = readonly (Condition | PriorityGroup)[];
