import type { OfferDocument } from "#activities";
import type { Finding } from "#kernel";

import type { BookingSections } from "../sections.ts";
import { checkAccess } from "./check-access.ts";
import { checkDeadlines } from "./check-deadlines.ts";
import { checkWindows } from "./check-windows.ts";

/** What the sections of bookings contradict, repeat or leave out, beside the offer of the same file. */
export function checkBookings(sections: BookingSections, offer: OfferDocument): readonly Finding[] {
  return [
    ...checkDeadlines(sections.deadlines ?? [], offer),
    ...checkWindows(sections.windows ?? [], offer),
    ...checkAccess(sections, offer),
  ];
}
