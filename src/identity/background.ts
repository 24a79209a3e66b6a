import type { EventHandler, PeriodicJob, Reads, SchemaDatabase, Writes } from "#platform";

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

/** What is kept for a time and then erased: each capability says it of its own tables. `before` is a day in Paris. */
export interface Erasable {
  /** How much of it is older than this day. */
  count(reads: Reads, before: Temporal.PlainDate): Promise<number>;
  /** Whose it is, so many at most, in an agent's words. */
  names?(reads: Reads, before: Temporal.PlainDate, most: number): Promise<readonly string[]>;
  /** Erases so much of it at most, the oldest first; how much it was. */
  erase(writes: Writes, before: Temporal.PlainDate, most: number): Promise<number>;
}
