import { formId, formList, formText, isoDate, type Correction } from "#platform";
import { z } from "zod";

import type { ClassDayRefusal, WantedClassDay } from "../../../class-days/say-of-class.ts";
import { texts } from "./texts.fr.ts";

/** The longest message: it stands in a day of the planning. */
export const LONGEST_MESSAGE = 200;

/** More activities than one class goes to. */
const MOST_ACTIVITIES = 200;

/** A class as a field of the form names it: the school and the class, each encoded as in an address. */
export function classValue({ schoolName, className }: { schoolName: string; className: string }): string {
  return `${encodeURIComponent(schoolName)}|${encodeURIComponent(className)}`;
}

const schoolClass = z.string(texts.toCorrect.noClass).transform((text, context) => {
  const [schoolName, className, ...more] = text.split("|").map(decoded);
  if (
    schoolName !== undefined &&
    schoolName !== "" &&
    className !== undefined &&
    className !== "" &&
    more.length === 0
  ) {
    return { schoolName, className };
  }
  context.addIssue({ code: "custom", message: texts.toCorrect.noClass });
  return z.NEVER;
});

/** Undefined for what is no encoding, and for what no name of a class holds. */
function decoded(text: string): string | undefined {
  try {
    const name = decodeURIComponent(text);
    return name.isWellFormed() && !name.includes("\u0000") ? name : undefined;
  } catch {
    return undefined;
  }
}

const noDay = z.literal("").transform(() => null);

const fields = z.object({
  classe: schoolClass,
  quoi: z.enum(["away", "teacher_absent"], texts.toCorrect.noKind),
  du: z.string(texts.toCorrect.noDay).min(1, texts.toCorrect.noDay).pipe(isoDate),
  au: z.union([noDay, isoDate]).default(null),
  message: formText(LONGEST_MESSAGE).refine((text) => text !== "", texts.toCorrect.noMessage),
});

const wantedFrom = ({
  classe,
  quoi,
  du,
  au,
  message,
}: z.output<typeof fields>): Omit<WantedClassDay, "id"> => ({
  ...classe,
  kind: quoi,
  firstDay: du,
  lastDay: au ?? du,
  message,
});

/** The form as it was sent: which class, what, when, and what families read. */
export const classForm = fields.transform(wantedFrom);

/** The page that confirms: the same, its key, and of which activities the places are cancelled. */
export const confirmForm = fields
  .extend({
    cle: formId<"classDay">(),
    activite: formList(formId<"activity">(), MOST_ACTIVITIES),
    prevu: z.enum(["0", "1"]).default("0"),
  })
  .refine(({ prevu, activite }) => prevu === "0" || activite.length > 0, {
    path: ["activite"],
    message: texts.toCorrect.noActivity,
  })
  .transform((sent) => ({ wanted: { ...wantedFrom(sent), id: sent.cle }, activityIds: sent.activite }));

/** What was typed, whatever it is, to be shown again. */
export const typedClass = z
  .object({
    classe: z.string().catch(""),
    quoi: z.string().catch(""),
    du: z.string().catch(""),
    au: z.string().catch(""),
    message: z.string().catch(""),
  })
  .catch({ classe: "", quoi: "", du: "", au: "", message: "" });

/** The form as it was typed. */
export type TypedClass = z.output<typeof typedClass>;

/** What the form would have to say to mean this. */
export function typedFrom(wanted: Omit<WantedClassDay, "id">): TypedClass {
  return {
    classe: classValue(wanted),
    quoi: wanted.kind,
    du: wanted.firstDay.toString(),
    au: wanted.lastDay.equals(wanted.firstDay) ? "" : wanted.lastDay.toString(),
    message: wanted.message,
  };
}

/** What to write instead, beside its field. */
export function correctionOf(refusal: Exclude<ClassDayRefusal, { code: "key-taken" }>): Correction {
  switch (refusal.code) {
    case "past":
      return { field: "du", message: texts.toCorrect.past(refusal.today) };
    case "backwards":
      return { field: "au", message: texts.toCorrect.backwards };
    case "too-long":
      return { field: "au", message: texts.toCorrect.tooLong(refusal.most) };
    case "two-years":
      return { field: "au", message: texts.toCorrect.twoYears };
    case "unknown-class":
      return { field: "classe", message: texts.toCorrect.unknownClass };
    case "nothing-open":
      return { field: "du", message: texts.toCorrect.nothingOpen };
    case "already-said":
      return { field: "classe", message: texts.toCorrect.alreadySaid(refusal.by, refusal.message) };
  }
}
