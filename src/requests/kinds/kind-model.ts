import type { EffectCode } from "../effects/effects.ts";
import type { RequestForm } from "../rules/form.ts";

/** A kind of request as Préau brings it: the authority opens it, says what the law wants, changes its words. */
export interface KindModel {
  readonly effect: EffectCode;
  readonly label: string;
  readonly lead: string;
  /** Whether the other adults of the household read what was sent; the authority may choose otherwise. */
  readonly shared: boolean;
  /** Whether what was answered is forgotten at the end of the school year; the authority may choose otherwise. */
  readonly forgotten: boolean;
  /** @param documentKind the id of a kind of document, by its label */
  readonly form: (documentKind: (label: string) => string) => RequestForm;
}
