import { formText, isoDate } from "#platform";
import { z } from "zod";

import type { HealthValues } from "../../health/change-health-record.ts";
import type { HealthRecord } from "../../health/health-record.ts";
import { tellsWhy } from "../../rules/diet.ts";
import { texts } from "./texts.fr.ts";

/** The longest text of a field, and the longest line. */
export const LONGEST = { text: 1_000, line: 120, phone: 30 } as const;

const noDay = z.literal("").transform(() => null);

/** When the record that the form was made from had been changed; empty when there was none. */
const seen = z.union([
  z.literal("").transform(() => null),
  z
    .string()
    .regex(/^20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/)
    .transform((text, context) => {
      try {
        return Temporal.Instant.from(text);
      } catch {
        context.addIssue({ code: "custom", message: texts.health.changedTitle });
        return z.NEVER;
      }
    }),
]);

/** The health record as a form sends it, and which state of it the form was made from. */
export const healthForm = z
  .object({
    vue: seen,
    allergies: formText(LONGEST.text).default(""),
    regime: formText(LONGEST.line)
      .refine((text) => !tellsWhy(text), texts.health.dietTellsWhy)
      .default(""),
    pai: z.literal("1").optional(),
    "pai-jusqu-au": z.union([noDay, isoDate]).default(null),
    "pai-consignes": formText(LONGEST.text).default(""),
    medecin: formText(LONGEST.line).default(""),
    "medecin-telephone": formText(LONGEST.phone)
      .refine((text) => /^[+\d\s.()/-]*$/.test(text), texts.person.badPhone)
      .default(""),
    autre: formText(LONGEST.text).default(""),
  })
  .refine((form) => form.pai === undefined || form["pai-jusqu-au"] !== null, {
    path: ["pai-jusqu-au"],
    message: texts.health.paiUntilMissing,
  })
  .transform((form): { seen: Temporal.Instant | null; values: HealthValues } => ({
    seen: form.vue,
    values: {
      allergies: form.allergies,
      diet: form.regime,
      hasPai: form.pai !== undefined,
      paiUntil: form.pai === undefined ? null : form["pai-jusqu-au"],
      paiInstructions: form.pai === undefined ? "" : form["pai-consignes"],
      doctorName: form.medecin,
      doctorPhone: form["medecin-telephone"],
      notes: form.autre,
    },
  }));

const typed = z.object({
  vue: z.string().catch(""),
  allergies: z.string().catch(""),
  regime: z.string().catch(""),
  pai: z.string().catch(""),
  "pai-jusqu-au": z.string().catch(""),
  "pai-consignes": z.string().catch(""),
  medecin: z.string().catch(""),
  "medecin-telephone": z.string().catch(""),
  autre: z.string().catch(""),
});

/** The form as it was typed, to be shown again. */
export type TypedHealth = z.output<typeof typed>;

/** What was typed, whatever it is. */
export function typedHealth(body: unknown): TypedHealth {
  return typed.parse(typeof body === "object" && body !== null ? body : {});
}

/** The form as the record fills it in. */
export function typedFrom(record: HealthRecord): TypedHealth {
  return {
    vue: record.updatedAt?.toString() ?? "",
    allergies: record.allergies,
    regime: record.diet,
    pai: record.hasPai ? "1" : "",
    "pai-jusqu-au": record.paiUntil?.toString() ?? "",
    "pai-consignes": record.paiInstructions,
    medecin: record.doctorName,
    "medecin-telephone": record.doctorPhone,
    autre: record.notes,
  };
}
