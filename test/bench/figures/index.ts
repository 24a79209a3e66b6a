import type { Bench } from "../figure.ts";
import { batchVsRaw } from "./batch-vs-raw.ts";
import { bookingVsRaw } from "./booking-vs-raw.ts";

/** Every measurement, in the order of the issue. */
export const benches: readonly Bench[] = [bookingVsRaw, batchVsRaw];
