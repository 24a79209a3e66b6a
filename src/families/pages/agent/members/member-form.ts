import { formId, formText, isoDate } from "#platform";
import { z } from "zod";

import { readEmail, readPhone, readPostcode } from "../../../onde/parse/cells.ts";
import { nameKey } from "../../../rules/name-key.ts";
import { LONGEST_NAME } from "../../shared/person-form.ts";
import { texts as shared } from "../../shared/texts.fr.ts";
import { texts } from "./texts.fr.ts";

/** The longest line of an address. */
export const LONGEST_LINE = 120;
/** Nobody who attends was born before. */
export const FIRST_YEAR = 1900;
const MOST_ALIKE = 100;

/** What the register could not have read is told, in the same way for each field. */
export const readAs = (longest: number, read: (text: string) => string | undefined, message: string) =>
  formText(longest).transform((text, context) => {
    const value = read(text);
    if (value !== undefined) return value;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

/** A name, with letters in it. */
export const aName = (message: string) =>
  z
    .string(message)
    .pipe(formText(LONGEST_NAME))
    .refine((text) => nameKey(text) !== "", message);

/** The key, the names, and the answer to « est-ce la même personne ? », about whom it was asked. */
const someone = {
  cle: formId<"form">(),
  prenom: aName(shared.person.noFirstName),
  nom: aName(shared.person.noLastName),
  meme: z.union([z.enum(["", "autre"]), formId<"alike">()], texts.same.answer).default(""),
  vus: formText(MOST_ALIKE * 40).default(""),
};

/** The answer as the rule reads it. */
export const answerOf = ({ meme, vus }: { meme: string; vus: string }) => ({
  chosen: meme === "" ? null : meme === "autre" ? "other" : meme,
  seen: vus.split(" "),
});

/** How an adult is called and reached. */
export const guardianFields = {
  ...someone,
  civilite: z.enum(["", "M.", "Mme"], texts.guardian.badCivility).default(""),
  email: readAs(200, readEmail, texts.guardian.badEmail).default(""),
  telephone: readAs(30, readPhone, shared.person.badPhone).default(""),
};

/** An adult who answers for the children of a household. */
export const guardianForm = z.object(guardianFields);

/** A postal address. */
export const homeFields = {
  adresse: formText(LONGEST_LINE).default(""),
  "code-postal": readAs(10, (text) => readPostcode(text, ""), texts.household.badPostcode).default(""),
  commune: z
    .string(texts.household.noCommune)
    .pipe(formText(LONGEST_NAME))
    .refine((text) => nameKey(text) !== "", texts.household.noCommune),
};

/** A new household with its first guardian. */
export const householdForm = z.object({
  ...guardianFields,
  foyer: formText(LONGEST_NAME).default(""),
  ...homeFields,
});

const noDay = z.literal("").transform(() => null);
const birthDate = z
  .union([noDay, isoDate])
  .default(null)
  .refine((date) => date === null || date.year >= FIRST_YEAR, texts.participant.tooOld);

const schoolClass = z
  .string(texts.participant.unknownClass)
  .default("")
  .transform((text, context) => {
    if (text === "") return null;
    const [schoolName, className, ...more] = text.split("|").map(decoded);
    if (schoolName !== undefined && className !== undefined && more.length === 0)
      return { schoolName, className };
    context.addIssue({ code: "custom", message: texts.participant.unknownClass });
    return z.NEVER;
  });

/** A class as a field names it: the school and the class, each encoded as in an address. */
export const classValue = ({ schoolName, className }: { schoolName: string; className: string }): string =>
  `${encodeURIComponent(schoolName)}|${encodeURIComponent(className)}`;

/** Undefined for what is no encoding, and for what no name of a class holds. */
function decoded(text: string): string | undefined {
  try {
    const name = decodeURIComponent(text);
    return name.isWellFormed() && !name.includes("\u0000") ? name : undefined;
  } catch {
    return undefined;
  }
}

/** A child, whose birth date is needed, or an adult who attends. */
export const participantForm = z
  .object({
    ...someone,
    genre: z.enum(["enfant", "adulte"], texts.participant.noKind),
    naissance: birthDate,
    classe: schoolClass,
  })
  .transform(({ genre, naissance, classe, ...names }, context) => {
    if (genre === "adulte") {
      if (classe !== null) {
        context.addIssue({ code: "custom", path: ["classe"], message: texts.participant.classOfChild });
      }
      return { ...names, classe, born: { kind: "adult" as const, birthDate: naissance } };
    }
    if (naissance !== null)
      return { ...names, classe, born: { kind: "child" as const, birthDate: naissance } };
    context.addIssue({ code: "custom", path: ["naissance"], message: texts.participant.noBirthDate });
    return z.NEVER;
  });

const text = z.string().catch("");

/** The form as it was sent, to be shown again. */
const typedMember = z.object({
  cle: text,
  prenom: text,
  nom: text,
  meme: text,
  vus: text,
  civilite: text,
  email: text,
  telephone: text,
  foyer: text,
  adresse: text,
  "code-postal": text,
  commune: text,
  genre: text,
  naissance: text,
  classe: text,
});

/** The form as it was typed. */
export type TypedMember = z.output<typeof typedMember>;

/** Reads what was sent, whatever it is; a key that is none is replaced, so that the form can be sent again. */
export function typedFrom(body: unknown, newKey: string): TypedMember {
  const record = z.record(z.string(), z.unknown()).catch({}).parse(body);
  const typed = typedMember.parse(record);
  return formId<"form">().safeParse(typed.cle).success ? typed : { ...typed, cle: newKey };
}
