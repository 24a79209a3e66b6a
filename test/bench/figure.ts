/** Which way a figure is good, and from where on; null where it is only reported. */
export interface Goal {
  unit: string;
  is: "≤" | "≥";
  goal: number | null;
}

/** The figures of the issue, by name, in the order in which they are measured. */
export const GOALS = {
  planning_page_ms_p50: { unit: "ms", is: "≤", goal: 8 },
  planning_page_growth: { unit: "ratio", is: "≤", goal: 1.3 },
  planning_first_visit_kb: { unit: "kB", is: "≤", goal: 35 },
  booking_vs_raw: { unit: "ratio", is: "≥", goal: 0.6 },
  month_submission_ms_p50: { unit: "ms", is: "≤", goal: 30 },
  overbooked_places: { unit: "places", is: "≤", goal: 0 },
  lost_acknowledged: { unit: "receipts", is: "≤", goal: 0 },
  batch_vs_raw: { unit: "ratio", is: "≥", goal: 0.5 },
  start_ms: { unit: "ms", is: "≤", goal: 3000 },
  rest_mb: { unit: "MB", is: "≤", goal: 250 },
  opening_day_p95_ms: { unit: "ms", is: "≤", goal: 1000 },
  opening_instant_s: { unit: "s", is: "≤", goal: null },
  freed_places_lost: { unit: "places", is: "≤", goal: 0 },
  hot_slot_vs_raw: { unit: "ratio", is: "≥", goal: 0.5 },
  year_pattern_ms_p50: { unit: "ms", is: "≤", goal: 400 },
  slots_generate_per_s: { unit: "slots/s", is: "≥", goal: 20_000 },
  deadline_rule_us: { unit: "µs", is: "≤", goal: 20 },
  price_us: { unit: "µs", is: "≤", goal: 30 },
  billing_10k_s: { unit: "s", is: "≤", goal: 1 },
  billing_300k_s: { unit: "s", is: "≤", goal: 25 },
  billing_300k_mb: { unit: "MB", is: "≤", goal: 400 },
  billing_page_ms_p50: { unit: "ms", is: "≤", goal: 8 },
  invoice_pdf_ms_p50: { unit: "ms", is: "≤", goal: 20 },
  invoice_pdf_1000_s: { unit: "s", is: "≤", goal: 12 },
  payments_lost: { unit: "payments", is: "≤", goal: 0 },
  payments_doubled: { unit: "payments", is: "≤", goal: 0 },
  ledger_difference_cents: { unit: "cents", is: "≤", goal: 0 },
  payment_stories_broken: { unit: "stories", is: "≤", goal: 0 },
  notification_ms_p95: { unit: "ms", is: "≤", goal: 50 },
  notification_burst_ms: { unit: "ms", is: "≤", goal: 500 },
  balance_ms_p50: { unit: "ms", is: "≤", goal: 3 },
  reconcile_50k_s: { unit: "s", is: "≤", goal: 10 },
  request_submit_ms_p50: { unit: "ms", is: "≤", goal: 400 },
  inbox_page_ms_p50: { unit: "ms", is: "≤", goal: 15 },
  upload_memory_mb: { unit: "MB", is: "≤", goal: 150 },
  campaign_10k_s: { unit: "s", is: "≤", goal: 10 },
  documents_lost: { unit: "documents", is: "≤", goal: 0 },
} as const satisfies Readonly<Record<string, Goal>>;

/** A figure's name. */
export type FigureName = keyof typeof GOALS;

/** What was found. */
export interface Measured {
  value: number;
  /** What explains the value: rates, counts, percentiles. */
  facts: Readonly<Record<string, unknown>>;
  /** What the goal also asks and was not so, one sentence each: the goal is missed whatever the value. */
  flaws?: readonly string[];
}

/** One measurement, which may give several figures. */
export interface Bench {
  names: readonly FigureName[];
  measure(bench: BenchContext): Promise<Readonly<Partial<Record<FigureName, Measured>>>>;
}

/** What every measurement is given. */
export interface BenchContext {
  /** Tells the person who waits what is going on. */
  say(progress: string): void;
  /** A folder of this run, removed at its end. */
  folder: string;
  /** The server with both towns of measures; filled the first time it is asked for, then kept running. */
  towns(): Promise<TownServer>;
}

/** A PostgreSQL with the shipped settings that holds LARGE_TOWN and SMALL_TOWN. */
export interface TownServer {
  connectionString: string;
  /** The role as which the program works, or null. */
  role: string | null;
}
