import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";

import { cents } from "#kernel";

import { newId } from "../../../../../test/builders/canteen.ts";
import { BalanceLine } from "./balance-line.tsx";

const today = Temporal.PlainDate.from("2026-12-10");
const due = Temporal.PlainDate.from("2027-01-05");
const told = (own: boolean, balance: number, day: Temporal.PlainDate | null = due) =>
  renderToString(
    <BalanceLine
      balances={[
        {
          householdId: newId(),
          guardianId: newId(),
          own,
          payer: "Marc Delattre",
          balance: cents(balance),
          due: day,
        },
      ]}
      today={today}
      payable={false}
    />,
  )
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll(/\s/g, " ");

test.each([
  [told(true, 5760), "Vous devez 57,60 € avant le mardi 5 janvier Voir mes factures"],
  [told(false, 5760), "Marc Delattre doit 57,60 € avant le mardi 5 janvier Voir mes factures"],
  [
    told(true, 5760, Temporal.PlainDate.from("2026-12-05")),
    "Vous devez 57,60 €, à régler depuis le samedi 5 décembre Voir mes factures",
  ],
  [told(true, -320, null), "3,20 € en votre faveur Voir mes factures"],
  [told(true, 0, null), "Rien à payer. Voir mes factures"],
])("%s", (shown, expected) => {
  expect(shown).toBe(expected);
});
