import { expect, test } from "vitest";

import type { PriceSections } from "../section.ts";
import { sectionChanges } from "./section-changes.ts";

type Penalty = NonNullable<PriceSections["penalties"]>[number];

const cantine = {
  activityName: "Cantine",
  units: [
    { code: "repas", name: "Repas" },
    { code: "gouter", name: "Goûter" },
  ],
};
const said = (section: "prices" | "penalties" | "absences", before: PriceSections, after: PriceSections) =>
  sectionChanges(cantine, section, before, after).map((sentence) => sentence.replaceAll("\u00a0", " "));
const tariff = (name: string, price = "3.20") => ({
  prices: [{ activities: ["cantine"], units: ["repas"], name, price }],
});

test("a tariff that only changes its name is said: what families read is another", () => {
  expect(said("prices", tariff("Repas 2026"), tariff("Repas 2027"))).toEqual([
    "Cantine, nom du tarif : « Repas 2027 » (jusque-là, « Repas 2026 »).",
  ]);
  expect(said("prices", tariff("Repas"), tariff("Repas", "3.40"))).toEqual([
    "Cantine, repas : 3,40 € (jusque-là, 3,20 €).",
  ]);
});

test("penalties and absences say what was and what will be, not how many there are", () => {
  const late: Penalty = { activities: ["cantine"], units: ["gouter"], on: "latePickUp", plus: "5.00" };
  const unbooked = (percent: string): Penalty => ({ activities: ["cantine"], on: "unbooked", percent });
  expect(
    said("penalties", { penalties: [unbooked("50"), late] }, { penalties: [unbooked("75"), late] }),
  ).toEqual([
    "Cantine, pénalités : venue sans réservation : 75 % de plus (jusque-là, venue sans réservation : 50 % de plus).",
  ]);
  expect(said("penalties", { penalties: [late] }, {})).toEqual([
    "Cantine, pénalités : ceci n’y est plus, goûter, départ en retard : 5,00 € de plus.",
  ]);
  const billed = (how: "full" | "none") => ({ absences: [{ activities: ["cantine"], billed: how }] });
  expect(said("absences", billed("full"), billed("none"))).toEqual([
    "Cantine, absences : toute autre absence : non facturée (jusque-là, toute autre absence : facturée comme une présence).",
  ]);
});
