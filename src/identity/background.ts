import type { EventHandler, PeriodicJob, SchemaDatabase } from "#platform";

import type { Authority } from "./visit.ts";

/** What work without a visitor stands on: the handler of an event, a job of the night. */
export interface Background {
  authority: Authority;
  database: SchemaDatabase;
  now: Temporal.Instant;
}

/** Runs after the transaction that announced the event; may run twice and must leave the same state. */
export type Handler = EventHandler<Background>;

/** Runs at fixed hours for each authority. */
export type NightJob = PeriodicJob<Background>;
