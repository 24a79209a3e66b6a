import { cents } from "#kernel";
import { paidByContract } from "#pricing";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";

import { newId } from "../../../../../test/builders/canteen.ts";
import type { CostPart } from "../../../estimates/cost-of-lines.ts";
import { CostCard } from "./cost-card.tsx";

const part = (sign: 1 | -1): CostPart => ({
  householdId: newId<"household">(),
  firstName: "Rose",
  unitName: "Accueil",
  sign,
  count: 1,
  each: paidByContract,
});
const told = (sign: 1 | -1) =>
  renderToString(
    <CostCard
      cost={{ total: cents(0), parts: [part(sign)], differences: [], late: [], hoursChange: false }}
    />,
  ).replaceAll(/<[^>]*>/g, " ");

test("a contract day that is given back in time says that its month costs the same", () => {
  const back = told(-1);
  expect(back).toContain("Le prix du mois ne change pas");
  expect(back).toContain(
    "Rose, accueil : même rendu à temps, un jour du contrat reste payé par la mensualité",
  );
});

test("one that is booked is part of the contract", () => {
  expect(told(1)).toContain("Rose, accueil : compris dans le contrat");
  expect(told(1)).not.toContain("Le prix du mois ne change pas");
});
