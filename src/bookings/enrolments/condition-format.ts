import { z } from "zod";

import {
  FILE_ITEMS,
  type AgeCondition,
  type Condition,
  type EnrolmentConditions,
} from "../rules/conditions/condition.ts";

const code = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Écrivez un code en minuscules, par exemple « alsh-rue ».");
const name = z.string().min(1).max(100);
const years = z.int().min(0).max(120).optional();
const months = z.int().min(0).max(1440).optional();

/** « slotDay », « enrolment », « seasonStart », « 2026-12-31 » or « 12-31 ». */
const on = z
  .string()
  .regex(
    /^(slotDay|enrolment|seasonStart|(\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))$/,
    "Écrivez slotDay, enrolment, seasonStart, un jour (2026-12-31) ou un jour de l’année (12-31).",
  )
  .refine(isDay, "Ce jour n’existe pas.");

function isDay(text: string): boolean {
  if (!/^\d/.test(text)) return true;
  try {
    if (text.length === 5) Temporal.PlainMonthDay.from(text);
    else Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

const age = z
  .strictObject({
    kind: z.literal("age"),
    on,
    fromYears: years,
    untilYears: years,
    fromMonths: months,
    untilMonths: months,
  })
  .refine(
    (condition) => !(condition.fromYears !== undefined && condition.fromMonths !== undefined),
    "Écrivez l’âge de début en années ou en mois, pas les deux.",
  )
  .refine(
    (condition) => !(condition.untilYears !== undefined && condition.untilMonths !== undefined),
    "Écrivez l’âge de fin en années ou en mois, pas les deux.",
  )
  .refine(hasAges, "Écrivez un âge de début, un âge de fin, ou les deux ; la fin vient après le début.");

function hasAges({ fromYears, fromMonths, untilYears, untilMonths }: AgeCondition): boolean {
  const from = fromYears === undefined ? fromMonths : fromYears * 12;
  const until = untilYears === undefined ? untilMonths : untilYears * 12;
  if (from === undefined && until === undefined) return false;
  return until === undefined || until > (from ?? 0);
}

const school = z
  .strictObject({
    kind: z.literal("school"),
    schools: z.array(name).min(1).optional(),
    levels: z.array(name).min(1).optional(),
    classes: z.array(name).min(1).optional(),
  })
  .refine(
    ({ schools, levels, classes }) => (schools ?? levels ?? classes) !== undefined,
    "Écrivez des écoles, des niveaux ou des classes.",
  );

const condition: z.ZodType<Condition> = z.lazy(() => z.discriminatedUnion("kind", kinds));

const kinds = [
  age,
  school,
  z.strictObject({ kind: z.literal("residence") }),
  z.strictObject({ kind: z.literal("completeFile"), needs: z.array(z.enum(FILE_ITEMS)).min(1) }),
  z.strictObject({ kind: z.literal("document"), document: name }),
  z.strictObject({ kind: z.literal("sibling"), activities: z.array(code).min(1).optional() }),
  z.strictObject({ kind: z.literal("audience"), who: z.enum(["children", "adults"]) }),
  z.strictObject({ kind: z.literal("group"), groups: z.array(code).min(1) }),
  z.strictObject({ kind: z.literal("regular") }),
  z.strictObject({ kind: z.literal("all"), of: z.array(condition).min(1) }),
  z.strictObject({ kind: z.literal("any"), of: z.array(condition).min(1) }),
  z.strictObject({ kind: z.literal("not"), of: condition }),
] as const;

const priority = z.strictObject({
  kind: z.literal("priority"),
  group: code,
  name,
  points: z.int().min(0).max(1000),
  who: condition.optional(),
});

/**
 * The conditions of an activity as the rule set's file writes them, and `enrolment_rule.conditions` keeps them: a list
 * that must hold whole, and priority groups among it. Nothing is transformed: what is read is what was written, so that
 * a JSON schema can be made of it.
 */
export const enrolmentConditions: z.ZodType<EnrolmentConditions> = z
  .array(z.discriminatedUnion("kind", [priority, ...kinds]))
  .refine((list) => {
    const groups = list.flatMap((item) => (item.kind === "priority" ? [item.group] : []));
    return new Set(groups).size === groups.length;
  }, "Un groupe prioritaire n’est défini qu’une fois.");
