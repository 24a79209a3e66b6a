/**
 * A primary key that cannot be mistaken for another: `Id<"household">` is not assignable to `Id<"child">`.
 * At run time it is a lower-case UUID. New ones are made where randomness is allowed, never in the kernel.
 */
export type Id<Name extends string> = string & { readonly __id: Name };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const isId = <Name extends string>(text: unknown): text is Id<Name> =>
  typeof text === "string" && UUID.test(text);

/**
 * Reads an id that came from outside (address, form, database row).
 * Refuses, with `undefined`, whatever is not a UUID in lower case: one spelling per key.
 */
export function parseId<Name extends string>(text: unknown): Id<Name> | undefined {
  return isId<Name>(text) ? text : undefined;
}
