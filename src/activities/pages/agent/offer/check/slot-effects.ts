import type { Reads } from "#platform";

import { calendarAt, loadCalendar } from "../../../../calendar/authority-calendar.ts";
import type { OfferFacts } from "../../../../offer/offer-facts.ts";
import { activityOffer } from "../../../../offer/read-offer.ts";
import { allSites } from "../../../../offer/sites.ts";
import type { OfferChanges } from "../../../../ruleset/offer-changes.ts";
import { slotChange } from "../../../../ruleset/slot-change.ts";

/** One date of a unit, with its name. */
export interface NamedDate {
  unitName: string;
  date: Temporal.PlainDate;
}

/** What a change does to what families can book. */
export interface SlotEffects {
  opened: readonly NamedDate[];
  closed: readonly NamedDate[];
  /** With other places or hours. */
  changed: readonly NamedDate[];
  /** They have begun today: they stay as they are. */
  begun: readonly NamedDate[];
  lost: { bookings: number; households: number };
}

/** Says what the slots of the changed activities become, from today on, and which bookings would be lost. */
export async function slotEffects(
  reads: Reads,
  { activities }: OfferChanges,
  { facts, now }: { facts: OfferFacts; now: Temporal.Instant },
): Promise<SlotEffects> {
  const calendar = await loadCalendar(reads);
  const sites = new Map((await allSites(reads)).map(({ code, siteId }) => [code, siteId]));
  const changes = activities.map(({ before, after }) => ({
    before,
    names: new Map(after.units.map(({ code, name }) => [code, name])),
    ...slotChange(before, after, {
      calendar: calendarAt(calendar, sites.get(after.site) ?? null),
      now,
    }),
  }));
  const ids = changes.flatMap(({ before }) => before?.activityId ?? []);
  const offers = new Map((await activityOffer(reads, ids)).map((offer) => [offer.activityId, offer]));
  const lost = changes.flatMap(({ before, closed }) => {
    const units = before && offers.get(before.activityId)?.units;
    return closed.flatMap(({ unit, date }) => {
      const unitId = units?.find(({ code }) => code === unit)?.unitId;
      return unitId === undefined ? [] : [{ unitId, date }];
    });
  });
  const named = (key: "opened" | "closed" | "changed" | "begun") =>
    changes.flatMap((change) =>
      change[key].map(({ unit, date }) => ({ unitName: change.names.get(unit) ?? unit, date })),
    );
  return {
    opened: named("opened"),
    closed: named("closed"),
    changed: named("changed"),
    begun: named("begun"),
    lost: await facts.bookingsOn(reads, lost),
  };
}
