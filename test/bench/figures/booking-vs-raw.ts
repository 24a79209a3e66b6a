import type { Bench } from "../figure.ts";
import { versusRaw } from "../load/versus-raw.ts";

/** One booking a form, on slots far apart. */
export const bookingVsRaw: Bench = {
  names: ["booking_vs_raw"],
  measure: async (bench) => ({ booking_vs_raw: await versusRaw(bench, 1) }),
};
