import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";

import { cents } from "#kernel";

import { newId } from "../../../../../test/builders/canteen.ts";
import { BalanceLine, type HomeMoney } from "./balance-line.tsx";

const today = Temporal.PlainDate.from("2026-12-10");
const due = Temporal.PlainDate.from("2027-01-05");
const payer = { householdId: newId<"household">(), guardianId: newId<"guardian">() };
const told = (
  own: boolean,
  balance: number,
  until: readonly Temporal.PlainDate[] = [due],
  money: Partial<HomeMoney> = {},
  waiting = 0,
) =>
  renderToString(
    <BalanceLine
      balances={[
        {
          ...payer,
          own,
          payer: "Marc Delattre",
          balance: cents(balance),
          waiting: cents(waiting),
          dues: until.map((day) => ({ until: day, cents: cents(balance / until.length) })),
        },
      ]}
      today={today}
      payable={false}
      underWay={[]}
      advances={{ accounts: [], alerts: [] }}
      {...money}
    />,
  )
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll(/\s/g, " ");

test.each([
  [told(true, 5760), "Vous devez 57,60 € avant le mardi 5 janvier Voir mes factures"],
  [told(false, 5760), "Marc Delattre doit 57,60 € avant le mardi 5 janvier Voir mes factures"],
  [
    told(true, 5760, [Temporal.PlainDate.from("2026-12-05")]),
    "Vous devez 57,60 €, à régler depuis le samedi 5 décembre Voir mes factures",
  ],
  [
    told(true, 5760, [Temporal.PlainDate.from("2026-12-05"), due]),
    "Vous devez 57,60 € : 28,80 € depuis le samedi 5 décembre et 28,80 € avant le mardi 5 janvier Voir mes factures",
  ],
  [told(true, -320, []), "3,20 € en votre faveur Voir mes factures"],
  [told(true, 0, []), "Rien à payer. Voir mes factures"],
  [
    told(true, 0, [], {}, 420),
    "Rien à payer pour l’instant. Voir mes factures4,20 € seront sur une prochaine facture.",
  ],
  [
    told(false, 0, [], {}, 420),
    "Rien à payer pour l’instant. Voir mes factures4,20 € seront sur une prochaine facture de Marc Delattre.",
  ],
])("%s", (shown, expected) => {
  expect(shown).toBe(expected);
});

// Paying again is what nobody should be asked to do while the first answer is on its way.
test("a payment that is not confirmed yet is told instead of the button", () => {
  const one = { ...payer, invoiceIds: [newId<"invoice">()], amount: cents(5760), href: "/paiements/1" };
  expect(told(true, 5760, [due], { payable: true, underWay: [one] })).toBe(
    "À réglerVous devez 57,60 € avant le mardi 5 janvierPaiement de 57,60 € en cours de confirmationVoir mes factures",
  );
  const another = { ...one, guardianId: newId<"guardian">() };
  expect(told(true, 5760, [due], { payable: true, underWay: [another] })).toContain("Régler 57,60 €");
  // Places of a basket, or an advance: received, they settle what is owed first. As on « Mes factures ».
  const aside = { ...one, invoiceIds: [] };
  expect(told(true, 5760, [due], { payable: true, underWay: [aside] })).not.toContain("Régler");
});

test("what is left in advance is a warning only below what the family chose", () => {
  const advances = { accounts: [payer], alerts: [{ ...payer, below: cents(1000) }] };
  expect(told(true, -999, [], { advances })).toContain("Il ne reste que 9,99 € sur votre avance");
  expect(told(true, 4000, [due], { advances })).toContain("Il ne reste rien sur votre avance");
  expect(told(true, -1000, [], { advances })).toBe("10,00 € en votre faveur Voir mes facturesPayer d’avance");
});
