import type { Reads } from "#platform";

import { calendarSetting } from "../calendar/authority-calendar.ts";
import { activityOffer } from "../offer/read-offer.ts";
import { allSites } from "../offer/sites.ts";
import { codedOf } from "./coded-offer.ts";
import type { OfferState } from "./offer-changes.ts";
import type { OfferDocument } from "./schema.ts";
import { sectionOf } from "./section-of.ts";

/** All that is stored of the offer, by codes. */
export async function offerState(reads: Reads): Promise<OfferState> {
  const setting = await calendarSetting(reads);
  return {
    calendar: setting ?? null,
    sites: await allSites(reads),
    activities: (await activityOffer(reads)).map((offer) => ({
      ...codedOf(offer),
      activityId: offer.activityId,
    })),
  };
}

/** The sections of the file that say what is offered, as it holds on that day. Applied from that day, they change nothing. */
export async function readOffer(reads: Reads, date: Temporal.PlainDate): Promise<OfferDocument> {
  const { calendar, sites, activities } = await offerState(reads);
  return {
    ...(calendar === null ? {} : { calendar }),
    sites: sites.map(({ code, name, commune, phone }) => ({
      code,
      name,
      commune,
      ...(phone === "" ? {} : { phone }),
    })),
    activities: activities.map((activity) => sectionOf(activity, date)),
  };
}
