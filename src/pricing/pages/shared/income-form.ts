import { parisDate } from "#kernel";
import { formId, formText, isoDate } from "#platform";
import { z } from "zod";

import type { ToldIncome } from "../../rules/qf/income.ts";
import { texts } from "./texts.fr.ts";

const SCHEMES = { caf: "caf", msa: "msa", autre: "other" } as const;
const MOST_CHILDREN = 20;

/** « 699,99 », « 1 250 », « 2450.5 » as hundredths; null where nothing is written. */
export const decimal = (message: string) =>
  formText(20).transform((text, context): number | null => {
    if (text === "") return null;
    const [, whole, rest = ""] =
      /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text.replaceAll(/[\s\u00a0\u202f€]/g, "")) ?? [];
    if (whole === undefined) {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    }
    return Number(whole) * 100 + Number(rest.padEnd(2, "0"));
  });

const count = formText(4).transform((text, context): number | null => {
  if (text === "") return null;
  const number = /^\d{1,2}$/.test(text) ? Number(text) : MOST_CHILDREN + 1;
  if (number > MOST_CHILDREN) context.addIssue({ code: "custom", message: texts.badCount });
  return number;
});

/** The fields of an income, whoever fills them in. */
export const incomeFields = {
  cle: formId<"qf-entry">(),
  valeur: decimal(texts.badValue).default(null),
  du: isoDate,
  regime: z.enum(["caf", "msa", "autre"], texts.noScheme),
  ressources: decimal(texts.badResources).default(null),
  enfants: count.default(null),
  aeeh: count.default(null),
};

type IncomeFields = z.output<z.ZodObject<typeof incomeFields>>;

/** What is told, and what has to be put right where the fields do not go together. */
export function incomeOf(
  body: IncomeFields,
  resourcesCase: ToldIncome["resourcesCase"],
  now: Temporal.Instant,
): { told: ToldIncome } | { field: string; message: string } {
  const { valeur, ressources, enfants, aeeh } = body;
  const withResources = ressources !== null || resourcesCase !== null;
  if (valeur === null && !withResources) return { field: "valeur", message: texts.nothing };
  if (ressources !== null && resourcesCase !== null) return { field: "ressources", message: texts.both };
  if (withResources && enfants === null) return { field: "enfants", message: texts.noChildren };
  if ((aeeh ?? 0) > (enfants ?? 0)) return { field: "aeeh", message: texts.tooManyAeeh };
  if (Temporal.PlainDate.compare(body.du, parisDate(now)) > 0) return { field: "du", message: texts.future };
  return {
    told: {
      valueHundredths: valeur,
      resourcesCents: ressources,
      resourcesCase,
      dependentChildren: enfants,
      aeehChildren: enfants === null ? null : (aeeh ?? 0),
      scheme: SCHEMES[body.regime],
      situationOn: body.du,
    },
  };
}

const typedShape = z.object({
  cle: z.string().catch(""),
  valeur: z.string().catch(""),
  du: z.string().catch(""),
  regime: z.string().catch(""),
  ressources: z.string().catch(""),
  enfants: z.string().catch(""),
  aeeh: z.string().catch(""),
  cas: z.string().catch(""),
  "compte-du": z.string().catch(""),
  "jusqu-au": z.string().catch(""),
  motif: z.string().catch(""),
});

/** The form as it was typed, to be shown again. */
export type TypedIncome = z.output<typeof typedShape>;

/** What was typed, whatever it is. */
export function typedIncome(body: unknown): TypedIncome {
  return typedShape.parse(typeof body === "object" && body !== null ? body : {});
}
