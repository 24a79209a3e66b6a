import { expect, test } from "vitest";

import { explainLine, penaltyPhrase } from "./explain.ts";
import type { PenaltyRule } from "./grammar.ts";
import { priceOf } from "./price-of.ts";
import { readTariff } from "./tariff.ts";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");
const cancelled = {
  at: Temporal.PlainDateTime.from("2026-11-09T10:00"),
  until: Temporal.PlainDateTime.from("2026-11-06T12:00"),
};

// A meal at 3,10 €: what the family is told before, what it reads on the line, the line and the total.
test.each<[PenaltyRule, string, string, number, number]>([
  [{ on: "unbooked", percent: "50" }, "50 % de plus", "50 % de plus", 155, 465],
  [{ on: "lateBooking", times: "2" }, "prix multiplié par 2", "prix multiplié par 2", 310, 620],
  [{ on: "lateBooking", times: "1.5" }, "prix multiplié par 1,5", "prix multiplié par 1,5", 155, 465],
  [{ on: "unbooked", plus: "2.00" }, "2,00 € de plus", "2,00 € de plus", 200, 510],
  [{ on: "unbooked", instead: "5.49" }, "5,49 € au lieu du prix habituel", "5,49 € au lieu", 239, 549],
  [
    { on: "lateCancellation", percent: "50" },
    "50 % du prix de la séance",
    "50 % du prix de la séance (3,10 €)",
    155,
    155,
  ],
  [
    { on: "lateCancellation", percent: "100" },
    "100 % du prix de la séance",
    "100 % du prix de la séance (3,10 €)",
    310,
    310,
  ],
  [
    { on: "lateCancellation", times: "2" },
    "le prix de la séance, multiplié par 2",
    "le prix de la séance (3,10 €), multiplié par 2",
    620,
    620,
  ],
  [
    { on: "lateCancellation", times: "0.5" },
    "le prix de la séance, multiplié par 0,5",
    "le prix de la séance (3,10 €), multiplié par 0,5",
    155,
    155,
  ],
  [{ on: "lateCancellation", plus: "2.00" }, "2,00 €", "2,00 €", 200, 200],
  [{ on: "lateCancellation", instead: "2.00" }, "2,00 €", "2,00 €", 200, 200],
])("%j costs what it says", (rule, before, after, cents, total) => {
  expect(plain(penaltyPhrase(rule))).toContain(` : ${before}.`);
  const tariff = readTariff({ price: "3.10" }, { absences: [], penalties: [rule] });
  const price = priceOf(
    {
      date: Temporal.PlainDate.from("2026-11-09"),
      events: [{ on: rule.on }],
      ...(rule.on === "lateCancellation" ? { cancelled } : {}),
    },
    tariff,
  );
  if (price.kind === "hole") throw new Error(price.code);
  const line = price.lines.find(({ what }) => what === "penalty");
  expect([line?.cents, price.total]).toEqual([cents, total]);
  expect(line && plain(explainLine(line).join(" "))).toContain(` : ${after}`);
});
