import { type Hole, hole } from "../rules/tariff/price.ts";
import { readTariff, type Tariff } from "../rules/tariff/tariff.ts";
import { psuTablesInFile } from "./psu-in-file.ts";
import { type AskedUnit, holdsOn, isFor } from "./scoped.ts";
import type { PriceSections } from "./section.ts";

/** The tariff of a unit on a day, with the penalties and absences that hold then. */
export function tariffInFile(sections: PriceSections, asked: AskedUnit): Tariff | Hole {
  const { prices = [], penalties = [], absences = [] } = sections;
  const entry = prices.find((one) => isFor(one, asked));
  if (entry === undefined) return hole({ code: "noTariff" });
  return readTariff(entry, {
    penalties: penalties.filter((one) => isFor(one, asked)),
    absences: absences.filter((one) => isFor(one, asked)),
    psu: psuTablesInFile(sections),
  });
}

/** The tariff of a card or a file on a day. */
export function feeInFile(
  { fees = [] }: PriceSections,
  { fee, date }: { fee: string; date: Temporal.PlainDate },
): Tariff | Hole {
  const entry = fees.find((one) => one.code === fee && holdsOn(one, date));
  return entry === undefined
    ? hole({ code: "noTariff" })
    : readTariff(entry, { penalties: [], absences: [] });
}
