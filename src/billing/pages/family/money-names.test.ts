import { cents } from "#kernel";
import { expect, test } from "vitest";

import { texts as ledger } from "../agent/ledger/texts.fr.ts";
import { texts } from "./texts.fr.ts";

test.each([
  ["payment", "cheque", "Règlement par chèque"],
  ["reversal", "cheque", "Règlement par chèque annulé"],
  ["reversal", "cash", "Règlement en espèces annulé"],
  ["reversal", "debit", "Règlement rejeté"],
  ["refund", null, "Remboursement"],
] as const)("%s, %s: « %s »", (kind, means, name) => {
  expect(texts.moneyName(kind, means)).toBe(name);
});

test("what is in a payer's favour is told without a sign", () => {
  expect(ledger.balance(cents(-20_000)).replaceAll(/[\u00a0\u202f]/g, " ")).toBe(
    "En faveur du payeur : 200,00 €",
  );
  expect(ledger.balance(cents(4299)).replaceAll(/[\u00a0\u202f]/g, " ")).toBe("À régler : 42,99 €");
});
