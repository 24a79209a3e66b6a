import type { Bench } from "../figure.ts";
import { versusRaw } from "../load/versus-raw.ts";

/** Two months of meals of three children, in one form. */
const LINES = 46;

/** Whole forms against the bare set-based statement. */
export const batchVsRaw: Bench = {
  names: ["batch_vs_raw"],
  measure: async (bench) => ({ batch_vs_raw: await versusRaw(bench, LINES) }),
};
