import { z } from "zod";

import { cents, ok, refuse, type Result } from "#kernel";

import type { GatewayFault, GatewayMode, GatewayResult } from "../gateway/gateway.ts";
import type { ReturnedFields } from "./read-answer.ts";
import { texts } from "./texts.fr.ts";
import { AFTER_TECHNICAL_FAULT, unavailable } from "./unavailable.ts";

/** `saisie`, by mode. */
export const SAISIE: Readonly<Record<GatewayMode, string>> = { test: "T", activation: "X", production: "W" };
const MODES = { T: "test", X: "activation", W: "production" } as const;

/** `resultrans`. */
const OUTCOMES = {
  P: { outcome: "paid", means: "card" },
  V: { outcome: "paid", means: "debit" },
  R: { outcome: "refused", means: "card" },
  Z: { outcome: "refused", means: "debit" },
  A: { outcome: "abandoned", means: null },
} as const;

const detail = z.object({
  resultrans: z.enum(["P", "V", "R", "Z", "A"]),
  refdet: z.string().min(1),
  montant: z.string().regex(/^\d{1,9}$/),
  numcli: z.string().min(1),
  saisie: z.enum(["T", "X", "W"]),
  numauto: z.string().default(""),
  dattrans: z.string().default(""),
  heurtrans: z.string().default(""),
});

/**
 * The service's final word. What is compared later must be there and readable, else nothing is said: a payment is never
 * guessed. A missing date is no such thing, and `exer` is not read: a recorded answer holds `20`.
 */
export function readDetail(fields: ReturnedFields, raw: string): Result<GatewayResult, GatewayFault> {
  const read = detail.safeParse(fields);
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? "");
    return refuse(unavailable(texts.incomplete(field), AFTER_TECHNICAL_FAULT, raw));
  }
  const { resultrans, refdet, montant, numcli, saisie, numauto, dattrans, heurtrans } = read.data;
  return ok({
    ...OUTCOMES[resultrans],
    refdet,
    amount: cents(Number(montant)),
    account: numcli,
    mode: MODES[saisie],
    authorisation: numauto === "" ? null : numauto,
    at: parisMoment(dattrans, heurtrans),
    raw,
  });
}

/** `12122019` and `1431` are 12 December 2019, 14 h 31 in Paris; null when they are no moment. */
function parisMoment(dattrans: string, heurtrans: string): Temporal.PlainDateTime | null {
  const [, day, month, year] = /^(\d{2})(\d{2})(\d{4})$/.exec(dattrans) ?? [];
  const [, hour, minute] = /^(\d{2})(\d{2})$/.exec(heurtrans) ?? [];
  if (year === undefined || hour === undefined) return null;
  try {
    return Temporal.PlainDateTime.from(`${year}-${month}-${day}T${hour}:${minute}`);
  } catch {
    return null;
  }
}
