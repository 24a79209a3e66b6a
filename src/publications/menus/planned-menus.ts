import type { DayMenu } from "#bookings";
import type { FamilyReach } from "#identity";
import type { Reads } from "#platform";

import { familyMenus, type FamilyMenu } from "./family-menus.ts";
import { warningWords } from "./texts.fr.ts";

/**
 * What the planning says of its days: the names of the dishes, once for services that serve the same, and whom they concern.
 * Where services serve different dishes, each is named.
 */
export async function plannedMenus(
  reads: Reads,
  reach: FamilyReach,
  days: readonly [Temporal.PlainDate, Temporal.PlainDate],
): Promise<readonly DayMenu[]> {
  const menus = await familyMenus(reads, reach, days);
  return [...Map.groupBy(menus, ({ date }) => date.toString()).values()].flatMap(ofDay);
}

function ofDay(menus: readonly FamilyMenu[]): DayMenu[] {
  const same = [...Map.groupBy(menus, dishNames).entries()];
  return same.flatMap(([names, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const warnings = own.flatMap((menu) => menu.warnings.map(warningWords));
    return {
      date: first.date,
      words: same.length > 1 ? `${own.map(({ activityName }) => activityName).join(", ")} : ${names}` : names,
      warnings: [...new Set(warnings)],
    };
  });
}

const dishNames = ({ dishes }: FamilyMenu): string => dishes.map(({ name }) => name).join(", ");
