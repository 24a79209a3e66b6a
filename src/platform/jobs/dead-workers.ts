import type { FastifyBaseLogger } from "fastify";
import type { WorkerEvents } from "graphile-worker";
import type { Pool } from "pg";

/** First key of the advisory locks by which running workers are known. */
const LOCK_SPACE = "hashtext('preau.worker')";

/**
 * Shows that a worker lives: the connection on which it listens holds a lock under its name, which the server
 * drops when the program is killed.
 */
export function showAlive(events: WorkerEvents, log: FastifyBaseLogger): void {
  const noSign = (error: unknown) => log.warn({ err: error }, "the worker shows no sign of life");
  events.on("pool:listen:success", ({ workerPool: { id }, client }) => {
    // The queue is about to LISTEN on this connection: our turn is after it.
    client.once("drain", () => {
      client
        .query(`select pg_advisory_lock_shared(${LOCK_SPACE}, hashtext($1))`, [id])
        .then(undefined, noSign);
    });
  });
  // The connection goes back to the pool and lives on; the worker does not.
  events.on("pool:listen:release", ({ client }) => {
    client.once("drain", () =>
      client.query("select pg_advisory_unlock_all()").then(undefined, () => undefined),
    );
  });
}

/**
 * Frees the jobs that a killed program had in hand. The queue would free them by itself after four hours: too
 * long for a receipt. A worker that lost its listening connection for a moment may see one of its jobs taken
 * over; handlers may run twice.
 */
export async function freeJobsOfDeadWorkers(pool: Pool): Promise<void> {
  await pool.query(`
    select graphile_worker.force_unlock_workers(array_agg(held.locked_by))
    from (
      select distinct locked_by from graphile_worker.jobs where locked_by is not null offset 0
    ) held
    where pg_try_advisory_xact_lock(${LOCK_SPACE}, hashtext(held.locked_by))
    having count(*) > 0`);
  await dropReplaced(pool);
}

/**
 * A periodic job that comes again while it is in hand replaces the one in hand: the queue then writes its last try on
 * that one, without an error, and leaves it to its worker. Where the worker was killed, nobody would ever take it away.
 */
async function dropReplaced(pool: Pool): Promise<void> {
  await pool.query(`
    select graphile_worker.complete_jobs(array_agg(id))
    from graphile_worker.jobs
    where attempts = max_attempts and key is null and last_error is null and locked_at is null
    having count(*) > 0`);
}
