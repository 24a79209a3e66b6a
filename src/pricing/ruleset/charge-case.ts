import { z } from "zod";

import type { ChargeFacts } from "../rules/tariff/charge-facts.ts";
import { code, decimal, euros } from "./words.ts";

const date = z.iso
  .date("Écrivez un jour : « 2027-01-04 ».")
  .transform((text) => Temporal.PlainDate.from(text));
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "Écrivez un jour et une heure : « 2027-01-04T12:00 ».")
  .refine(isMoment, "Ce jour ou cette heure n’existe pas.")
  .transform((text) => Temporal.PlainDateTime.from(text));
const count = z.int().min(0).max(100_000);
const atLeastOne = z.int().min(1).max(100_000);
const reason = z.string().min(1).max(300);

const event = z.strictObject({
  on: z.enum(["unbooked", "lateBooking", "lateCancellation", "latePickUp"]),
  time: atLeastOne.exactOptional(),
  minutes: count.exactOptional(),
  paidWithSibling: z.boolean().exactOptional(),
  waived: reason.exactOptional(),
});

const absence = z.strictObject({
  reason: code,
  since: moment,
  schoolDay: atLeastOne.exactOptional(),
  proofAt: moment.exactOptional(),
  toldAt: moment.exactOptional(),
});

const family = z.strictObject({
  monthlyIncome: z
    .string()
    .regex(/^\d{1,7}(\.\d{1,2})?$/, 'Écrivez les ressources du mois entre guillemets : « "3000" ».')
    .exactOptional(),
  unknown: z.enum(["nil", "placed", "noProof", "notGiven"]).exactOptional(),
  children: count,
  aeeh: count.exactOptional(),
});
const hours = z.strictObject({ from: z.int().min(0).max(1440), to: z.int().min(0).max(1440) });
const contract = z.strictObject({
  agreedMinutes: count,
  agreedMonths: atLeastOne,
  index: atLeastOne,
  slice: z.strictObject({
    minutes: z.literal([10, 15, 30, 60]),
    of: z.enum(["duration", "clock"]),
  }),
  days: z.array(
    z.strictObject({
      day: date,
      planned: hours.exactOptional(),
      real: hours.exactOptional(),
      absence: z.union([z.enum(["closed", "noPlace"]), absence]).exactOptional(),
    }),
  ),
  ended: z
    .strictObject({
      lastDay: date,
      months: z.array(z.strictObject({ firstDay: date, plannedMinutes: count, psu: family.exactOptional() })),
    })
    .exactOptional(),
});

const facts = {
  date,
  residence: z.enum(["resident", "outside"]).exactOptional(),
  audience: z.enum(["child", "adult"]).exactOptional(),
  scheme: z.enum(["caf", "msa", "other"]).exactOptional(),
  school: z.enum(["preschool", "elementary", "other"]).exactOptional(),
  regular: z.boolean().exactOptional(),
  daysThisMonth: count.exactOptional(),
  ownMeal: z.boolean().exactOptional(),
  category: z.string().min(1).exactOptional(),
  rank: atLeastOne.exactOptional(),
  enrolledChildren: atLeastOne.exactOptional(),
  householdChildren: atLeastOne.exactOptional(),
  age: count.exactOptional(),
  days: atLeastOne.exactOptional(),
  minutes: count.exactOptional(),
  qf: z.strictObject({ value: decimal, from: date, until: date.exactOptional() }).exactOptional(),
  annualIncome: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,2})?$/, 'Écrivez le revenu annuel entre guillemets : « "40000" ».')
    .exactOptional(),
  psu: family.exactOptional(),
  contract: contract.exactOptional(),
  cost: decimal.exactOptional(),
  supplements: z.array(z.strictObject({ code, quantity: atLeastOne })).exactOptional(),
  events: z.array(event).exactOptional(),
  absence: absence.exactOptional(),
  cancelled: z
    .strictObject({
      at: moment,
      until: moment,
      slots: atLeastOne.exactOptional(),
      waived: reason.exactOptional(),
    })
    .exactOptional(),
  instalment: atLeastOne.exactOptional(),
  given: z
    .strictObject({
      euros,
      by: z.string().min(1),
      on: z.iso.date("Écrivez un jour : « 2027-01-04 »."),
      because: z.string().min(1),
    })
    .exactOptional(),
};

/** A charge to price, as JSON: a unit or a fee of the file, and all that is known. */
const chargeCase = z.union([
  z.strictObject({ activity: code, unit: code, ...facts }),
  z.strictObject({ fee: code, ...facts }),
]);

/** A charge to price. */
export type ChargeCase = { readonly facts: ChargeFacts } & (
  | { readonly activity: string; readonly unit: string }
  | { readonly fee: string }
);

/** Reads a case; undefined for what is none, with the path of keys at fault. */
export function readChargeCase(
  written: unknown,
): { readonly ok: true; readonly value: ChargeCase } | { readonly ok: false; readonly at: string } {
  const isFee = typeof written === "object" && written !== null && "fee" in written;
  const parsed = chargeCase.options[isFee ? 1 : 0].safeParse(written);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const keys = issue?.code === "unrecognized_keys" ? issue.keys : [];
    return { ok: false, at: [...(issue?.path ?? []), ...keys].map(String).join(" › ") };
  }
  if ("fee" in parsed.data) {
    const { fee, ...known } = parsed.data;
    return { ok: true, value: { fee, facts: known } };
  }
  const { activity, unit, ...known } = parsed.data;
  return { ok: true, value: { activity, unit, facts: known } };
}

function isMoment(text: string): boolean {
  try {
    Temporal.PlainDateTime.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}
