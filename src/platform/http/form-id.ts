import { type Id, parseId } from "#kernel";
import { z } from "zod";

/** The id of a household, a slot… in an address, a form or a stored receipt: one spelling, lower case. */
export function formId<Name extends string>() {
  return z.custom<Id<Name>>((value) => parseId(value) !== undefined, "Cette référence n’existe pas.");
}
