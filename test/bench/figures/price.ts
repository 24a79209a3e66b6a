import { explainLine, priceOf, readChargeCase, tariffInFile, type ChargeFacts, type Tariff } from "#pricing";

import { checkText } from "../../../src/app/ruleset/check-text.ts";
import { exampleText } from "../../rulesets/example-files.ts";
import type { Bench } from "../figure.ts";
import { median } from "../statistics.ts";

const ROUNDS = 60;
const WARM_UP = 20;
const CHARGES = 500;

const late = { events: [{ on: "latePickUp", minutes: 20, time: 5 }] };

/** One unit of a file for each form, with what makes it slow: nested forms, changes, supplements, penalties, absences. */
const CASES: Readonly<Record<string, readonly [string, object]>> = {
  flat: ["r20-saint-romain-d-ay", { activity: "cantine", unit: "repas", events: [{ on: "lateBooking" }] }],
  brackets: ["r06-hauterives", { activity: "mercredi", unit: "journee" }],
  share: ["r04-ploermel", { activity: "alsh-ete", unit: "semaine", days: 5, date: "2026-07-15" }],
  per: [
    "ponthieu-marquenterre",
    {
      activity: "periscolaire-rue",
      unit: "soir",
      minutes: 75,
      supplements: [{ code: "gouter", quantity: 1 }],
      ...late,
    },
  ],
  cases: ["r03-les-pieux", { activity: "cantine", unit: "repas" }],
  absence: [
    "ponthieu-marquenterre",
    {
      activity: "cantine-rue",
      unit: "repas",
      absence: { reason: "illness", since: "2026-11-04T12:00", proofAt: "2026-11-12T12:00" },
    },
  ],
};

/** The time of one charge with its explanation, by the slowest of the forms. */
export const priceFigure: Bench = {
  names: ["price_us"],
  measure: async () => {
    const byForm = Object.entries(CASES).map(([form, [name, written]]) => {
      const charges = chargesOf(written);
      const tariff = tariffOf(name, written);
      const times: number[] = [];
      let told = 0;
      for (let round = 0; round < WARM_UP + ROUNDS; round++) {
        const begun = performance.now();
        for (const charge of charges) {
          const price = priceOf(charge, tariff);
          if (price.kind === "price" && price.lines.every((line) => explainLine(line).length > 0)) told++;
        }
        if (round >= WARM_UP) times.push(((performance.now() - begun) * 1000) / charges.length);
      }
      return { form, us: Number(median(times).toFixed(2)), told: told / (WARM_UP + ROUNDS) };
    });
    return {
      price_us: {
        value: Math.max(...byForm.map(({ us }) => us)),
        facts: {
          charges: CHARGES,
          us_by_form: Object.fromEntries(byForm.map(({ form, us }) => [form, us])),
        },
        flaws: byForm
          .filter(({ told }) => told !== CHARGES)
          .map(({ form, told }) => `${form} told ${told} prices of ${CHARGES}`),
      },
    };
  },
};

/** Households of all quotients, some from elsewhere. */
function chargesOf(written: object): readonly ChargeFacts[] {
  return Array.from({ length: CHARGES }, (_, index) => {
    const read = readChargeCase({
      date: "2026-11-06",
      audience: "child",
      regular: true,
      enrolledChildren: 1 + (index % 4),
      residence: index % 5 === 0 ? "outside" : "resident",
      qf: { value: `${index * 5}.25`, from: "2026-01-01", until: "2026-12-31" },
      ...written,
    });
    if (!read.ok) throw new Error(read.at);
    return read.value.facts;
  });
}

function tariffOf(name: string, written: object): Tariff {
  const { ruleSet } = checkText(exampleText(name));
  const read = readChargeCase({ date: "2026-11-06", ...written });
  if (ruleSet === undefined || !read.ok || "fee" in read.value) throw new Error(`No tariff in ${name}`);
  const tariff = tariffInFile(ruleSet, { ...read.value, date: read.value.facts.date });
  if ("code" in tariff) throw new Error(`No tariff in ${name}`);
  return tariff;
}
