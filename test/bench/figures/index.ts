import type { Bench } from "../figure.ts";
import { batchVsRaw } from "./batch-vs-raw.ts";
import { bookingVsRaw } from "./booking-vs-raw.ts";
import { deadlineRule } from "./deadline-rule.ts";
import { firstVisit } from "./first-visit.ts";
import { lostAcknowledged } from "./lost-acknowledged.ts";
import { monthSubmission } from "./month-submission.ts";
import { overbookedPlaces } from "./overbooked-places.ts";
import { planningPage } from "./planning-page.ts";
import { restMb } from "./rest-mb.ts";
import { startMs } from "./start-ms.ts";

/** Every measurement, in the order of the issue. */
export const benches: readonly Bench[] = [
  planningPage,
  firstVisit,
  bookingVsRaw,
  monthSubmission,
  overbookedPlaces,
  lostAcknowledged,
  batchVsRaw,
  startMs,
  restMb,
  deadlineRule,
];
