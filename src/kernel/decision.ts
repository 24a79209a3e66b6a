/**
 * What a rule or a use case answers when it may refuse. A refusal is a value, a closed union whose members
 * have a `code` and their facts; an exception is a bug.
 */
export type Result<T, R> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

/** Wraps what was accepted. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps why it was refused. */
export function refuse<const R>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal };
}
