import type { Bench } from "../figure.ts";
import { batchVsRaw } from "./batch-vs-raw.ts";
import { bookingVsRaw } from "./booking-vs-raw.ts";
import { monthSubmission } from "./month-submission.ts";
import { planningPage } from "./planning-page.ts";

/** Every measurement, in the order of the issue. */
export const benches: readonly Bench[] = [planningPage, bookingVsRaw, monthSubmission, batchVsRaw];
