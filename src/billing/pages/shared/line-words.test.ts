import { cents } from "#kernel";
import { expect, test } from "vitest";

import { newId } from "../../../../test/builders/canteen.ts";
import type { InvoiceLine } from "../../account/read-invoice.ts";
import { whyWords } from "./line-words.ts";

const line = (attended: boolean | null, more: Partial<InvoiceLine> = {}): InvoiceLine => ({
  position: 1,
  chargeId: newId<"charge">(),
  participant: "Lina",
  activity: "Restauration scolaire",
  unit: "Repas",
  day: Temporal.PlainDate.from("2026-11-12"),
  kind: "unit",
  cents: cents(320),
  owed: cents(320),
  sourceKey: "booking:1",
  facts: { why: [], priced: {}, attended },
  carriedFrom: null,
  corrects: null,
  dispute: null,
  ...more,
});

test.each([
  ["noted", line(true), "2026-12-01", "Présence notée."],
  [
    "noted, with its hours where the price counts them",
    line(true, { facts: { why: [], priced: {}, attended: true, stay: { from: 990, to: 1120 } } }),
    "2026-12-01",
    "Présence notée de 16\u00a0h\u00a030 à 18\u00a0h\u00a040, comptée par tranches commencées.",
  ],
  [
    "who came without a place",
    line(true, { sourceKey: "presence:1:2" }),
    "2026-12-01",
    "Venu sans réservation : la présence a été notée par le lieu d’accueil.",
  ],
  ["nobody noted it", line(null), "2026-12-01", "Facturé d’après la réservation : personne n’avait noté"],
  [
    "issued before the day",
    line(null),
    "2026-11-10",
    "Facturé d’après la réservation : ce jour était à venir.",
  ],
  ["a penalty has no attendance", line(null, { kind: "penalty" }), "2026-12-01", ""],
  [
    "nor a contract's month",
    line(null, { sourceKey: "contract:1:2026-11", kind: "contract" }),
    "2026-12-01",
    "",
  ],
  ["nor a yearly file", line(null, { sourceKey: "fee:1", kind: "fee" }), "2026-12-01", ""],
  [
    "announced too late, noted by nobody",
    line(null, { facts: { why: [], priced: {}, attended: null, toldAt: "2026-11-12T07:40" } }),
    "2026-12-01",
    "Absence annoncée le jeudi 12 novembre à 7\u00a0h\u00a040, après la limite. Le prix suit la règle des absences",
  ],
  [
    "announced too late, and noted",
    line(false, { facts: { why: [], priced: {}, attended: false, toldAt: "2026-11-12T07:40" } }),
    "2026-12-01",
    "Absence annoncée le jeudi 12 novembre à 7\u00a0h\u00a040, après la limite : la place reste due. Absence notée.",
  ],
  [
    "announced, and not billed",
    line(false, {
      owed: cents(0),
      facts: { why: [], priced: {}, attended: false, toldAt: "2026-11-12T07:40" },
    }),
    "2026-12-01",
    "Absence annoncée le jeudi 12 novembre à 7\u00a0h\u00a040. Absence notée.",
  ],
] as const)("what was noted of a day is told with its price: %s", (_, told, issuedOn, words) => {
  const said = whyWords(told, Temporal.PlainDate.from(issuedOn)).join(" ");
  expect(words === "" ? said : said.slice(0, words.length)).toBe(words);
});
