import { cents, formatCents } from "#kernel";
import { holeForFamily, type Estimate } from "#pricing";

import { DAYS_OF_WEEK } from "../../../rules/told-price.ts";
import { texts } from "./texts.fr.ts";

/** What is told of a unit beside its price. */
interface PricedUnit {
  withHours: boolean;
  bookedBy: "slot" | "week" | "season";
  seasonName: string;
}

/** « 3,20 € », « 1,01 € pour une heure », « 70,00 € pour 5 jours », « gratuit », « selon votre quotient ». */
export function priceWords({ withHours, bookedBy, seasonName }: PricedUnit, found: Estimate): string {
  if (found.kind === "hole") return holeForFamily(found);
  if (found.byContract) return texts.byContract;
  if (found.cents === 0) return texts.page.free;
  // A week that is priced by the day costs its five days.
  const byDay = bookedBy === "week" && found.every === "slot";
  const amount = formatCents(byDay ? cents(found.cents * DAYS_OF_WEEK) : found.cents);
  if (withHours) return `${amount}${texts.page.hour}`;
  if (bookedBy === "week") return `${amount}${texts.page.days(DAYS_OF_WEEK)}`;
  return `${amount}${found.every === "season" ? texts.page.season(seasonName) : texts.page.every[found.every]}`;
}
