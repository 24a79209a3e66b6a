import { z } from "zod";

import { AUTOFILLS, PLAIN_TYPES, type FormField, type RequestForm } from "../rules/form.ts";

const MOST_STEPS = 30;
const MOST_FIELDS = 20;
const MOST_OPTIONS = 30;

const text = (longest: number) => z.string().trim().min(1).max(longest);
const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const condition = z.strictObject({ field: name, is: z.array(text(200)).min(1).max(MOST_OPTIONS) });

const shared = {
  name,
  label: text(200),
  hint: text(500).optional(),
  optional: z.boolean().optional(),
  when: condition.optional(),
  autofill: z.enum(AUTOFILLS).optional(),
};

const field: z.ZodType<FormField> = z.discriminatedUnion("type", [
  z.strictObject({
    ...shared,
    type: z.enum(PLAIN_TYPES),
  }),
  z.strictObject({
    ...shared,
    type: z.literal("choice"),
    options: z
      .array(z.strictObject({ value: text(100), label: text(200) }))
      .min(2)
      .max(MOST_OPTIONS),
  }),
  z.strictObject({ ...shared, type: z.literal("document"), kindId: z.uuid() }),
]);

/** A form as it is stored, and as an agent changes it. What it says is judged by `formFaults`. */
export const formFormat: z.ZodType<RequestForm> = z.strictObject({
  steps: z
    .array(
      z.strictObject({
        name,
        title: text(200),
        help: text(2000).optional(),
        when: condition.optional(),
        fields: z.array(field).max(MOST_FIELDS),
      }),
    )
    .max(MOST_STEPS),
});

/** Answers as they are stored. */
export const answersFormat = z.record(z.string(), z.string());
