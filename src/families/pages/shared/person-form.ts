import { formId, formText, isoDate } from "#platform";
import { z } from "zod";

import { texts } from "./texts.fr.ts";

/** The longest name, and the longest relation (« grand-mère »). */
export const LONGEST_NAME = 80;

const noDay = z.literal("").transform(() => null);
const phone = formText(30).refine((text) => /^[+\d\s.()/-]*$/.test(text), texts.person.badPhone);

/** The fields of a person who may, or may not, fetch a child. */
export const personFields = {
  cle: formId<"form">(),
  prenom: formText(LONGEST_NAME).refine((text) => text !== "", texts.person.noFirstName),
  nom: formText(LONGEST_NAME).refine((text) => text !== "", texts.person.noLastName),
  lien: formText(LONGEST_NAME).default(""),
  telephone: phone.default(""),
  du: isoDate,
  au: z.union([noDay, isoDate]).default(null),
};

/** The form as it was sent, to be shown again. */
export const typedPerson = z
  .object({
    cle: z.string().catch(""),
    enfant: z.string().catch(""),
    genre: z.string().catch(""),
    prenom: z.string().catch(""),
    nom: z.string().catch(""),
    lien: z.string().catch(""),
    telephone: z.string().catch(""),
    du: z.string().catch(""),
    au: z.string().catch(""),
  })
  .catch({ cle: "", enfant: "", genre: "", prenom: "", nom: "", lien: "", telephone: "", du: "", au: "" });

/** The form as it was typed. */
export type TypedPerson = z.output<typeof typedPerson>;

/** An empty form, from today on. */
export function emptyPerson(cle: string, today: Temporal.PlainDate): TypedPerson {
  return { ...typedPerson.parse(undefined), cle, genre: "autorisee", du: today.toString() };
}
