import type { NamedOffer } from "#activities";
import type { Finding } from "#kernel";

import { situations, situationsOf } from "../rules/tariff/case-space.ts";
import type { When } from "../rules/tariff/grammar.ts";
import { texts } from "./texts.fr.ts";

/** What an entry is about, and the days for which it holds. */
export interface Scoped {
  readonly activities: readonly string[];
  readonly units?: readonly string[];
  readonly firstDay?: string;
  readonly lastDay?: string;
}

/** The units that an entry is about, as « cantine › repas ». */
export function unitsOf({ activities, units }: Scoped, offer: NamedOffer): readonly string[] {
  return (offer.activities ?? [])
    .filter(({ code }) => activities.includes(code))
    .flatMap((activity) =>
      activity.units
        .filter(({ code }) => units === undefined || units.includes(code))
        .map(({ code }) => `${activity.code} › ${code}`),
    );
}

/** Whether two entries are about a same unit on a same day. */
export function meet(a: Scoped, b: Scoped, offer: NamedOffer): boolean {
  if (!daysMeet(a, b)) return false;
  const units = unitsOf(a, offer);
  return unitsOf(b, offer).some((unit) => units.includes(unit));
}

/** Whether two entries hold on a same day. */
export function daysMeet(a: Scoped, b: Scoped): boolean {
  return (a.firstDay ?? "") <= (b.lastDay ?? "9999") && (b.firstDay ?? "") <= (a.lastDay ?? "9999");
}

/** Whether an entry is about a unit on a day. */
export function isFor(entry: Scoped, { activity, unit, date }: AskedUnit): boolean {
  return entry.activities.includes(activity) && (entry.units?.includes(unit) ?? true) && holdsOn(entry, date);
}

/** Whether an entry holds on a day. */
export function holdsOn(
  { firstDay = "", lastDay = "9999" }: Partial<Scoped>,
  date: Temporal.PlainDate,
): boolean {
  const on = date.toString();
  return firstDay <= on && on <= lastDay;
}

/** A unit of the file on a day. */
export interface AskedUnit {
  readonly activity: string;
  readonly unit: string;
  readonly date: Temporal.PlainDate;
}

/** Refuses days that end before they begin. */
export function dayFindings({ firstDay, lastDay }: Scoped, path: Finding["path"]): readonly Finding[] {
  if (firstDay === undefined || lastDay === undefined || firstDay <= lastDay) return [];
  return [{ path: [...path, "lastDay"], kind: "refused", sentence: texts.daysUpsideDown }];
}

/** Whether two conditions can hold together. */
export function whensMeet(a: When = {}, b: When = {}): boolean {
  const all = situations([a, b]) ?? [];
  const ofB = situationsOf(b, all);
  return [...situationsOf(a, all)].some((one) => ofB.has(one));
}
