import type { Finding } from "#kernel";

import { compare, exact } from "../rules/exact.ts";
import { onDay } from "../rules/psu/psu-tables.ts";
import { psuTablesInFile } from "./psu-in-file.ts";
import type { PriceSections } from "./section.ts";
import { texts } from "./texts.fr.ts";

/** Refuses limits that contradict each other; warns of a nursery's price on days whose floor is not known. */
export function checkPsu({ prices = [], psuLimits = [] }: PriceSections): readonly Finding[] {
  const findings = psuLimits.flatMap(({ firstDay, floor, ceiling }, index): readonly Finding[] => {
    const path = ["psuLimits", index];
    if (compare(exact(floor), exact(ceiling)) > 0)
      return [{ path: [...path, "floor"], kind: "refused", sentence: texts.limitUpsideDown }];
    return psuLimits.slice(0, index).some((other) => other.firstDay === firstDay)
      ? [{ path: [...path, "firstDay"], kind: "refused", sentence: texts.limitTwice(firstDay) }]
      : [];
  });
  const { floors } = psuTablesInFile({ psuLimits });
  const holes = prices.flatMap(({ price, lastDay }, index): readonly Finding[] => {
    if (typeof price === "string" || price.kind !== "psu") return [];
    const on = (text: string) => onDay(floors, Temporal.PlainDate.from(text));
    if (lastDay !== undefined && on(lastDay) !== undefined) return [];
    if (floors.some(({ until }) => until === null)) return [];
    const until = floors
      .map((one) => String(one.until))
      .toSorted()
      .at(-1);
    const from = until === undefined ? null : Temporal.PlainDate.from(until).add({ days: 1 }).toString();
    return [{ path: ["prices", index, "price"], kind: "warning", sentence: texts.noFloor(from) }];
  });
  return [...findings, ...holes];
}
