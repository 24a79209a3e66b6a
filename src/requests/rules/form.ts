/**
 * Every answer is text: a day is ISO, an amount « 699.99 », yes is « oui », a child or a document is an id; nothing is an
 * empty text.
 */
export type Answers = Readonly<Record<string, string>>;

/**
 * Where an answer that cannot be read is kept as it was typed, until it is put right: beside the answers, under a name
 * that no question has, so that it is never sent and is forgotten with them.
 */
export const typedName = (field: string): string => `?${field}`;

/** A question is asked where an earlier one was answered by one of these. */
export interface Condition {
  readonly field: string;
  readonly is: readonly string[];
}

interface FieldShape {
  /** Its name in the answers: « commune ». */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly when?: Condition | undefined;
  /**
   * What the browser knows of the person who answers and may fill in, where the type does not tell: HTML’s own token (RGAA
   * 11.13). « commune » of the new address is `address-level2`.
   */
  readonly autofill?: Autofill | undefined;
}

/** The tokens that a question of a form may carry. */
export const AUTOFILLS = ["address-line1", "address-level2"] as const;
type Autofill = (typeof AUTOFILLS)[number];

/** The types of answer of which nothing more has to be said. */
export const PLAIN_TYPES = [
  "text",
  "long-text",
  "email",
  "phone",
  "postcode",
  "date",
  "amount",
  "count",
  "yes-no",
  "child",
  /** One of what the effect offers for this question: a season, somebody declared. */
  "offered",
] as const;
type PlainType = (typeof PLAIN_TYPES)[number];

/** A question of a form. */
export type FormField = FieldShape &
  (
    | { readonly type: PlainType }
    | { readonly type: "choice"; readonly options: readonly { value: string; label: string }[] }
    /** A document of this kind: one that is kept already, or a new one. */
    | { readonly type: "document"; readonly kindId: string }
  );

/** One page of a form. A document stands alone on its page. */
export interface FormStep {
  readonly name: string;
  readonly title: string;
  readonly help?: string | undefined;
  readonly when?: Condition | undefined;
  readonly fields: readonly FormField[];
}

/** What families fill in, page by page. */
export interface RequestForm {
  readonly steps: readonly FormStep[];
}

/** Somebody or something to choose: a child, a season. */
export interface NamedChoice {
  readonly id: string;
  readonly name: string;
}

/** What may be chosen, by the name of the question. */
export type Offers = Readonly<Record<string, readonly NamedChoice[]>>;

/** The answers that a question offers, with their words; none where anything may be written. */
export function answersOf(field: FormField): readonly { value: string; label: string }[] {
  if (field.type === "choice") return field.options;
  return field.type === "yes-no" ? YES_NO : [];
}

const YES_NO = [
  { value: "oui", label: "Oui" },
  { value: "non", label: "Non" },
] as const;

/** Every question of a form, in order. */
export const fieldsOf = ({ steps }: RequestForm): readonly FormField[] =>
  steps.flatMap(({ fields }) => fields);
