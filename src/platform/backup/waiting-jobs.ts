import type pg from "pg";

/**
 * Work that waits in the queue, as the arguments that put it back: the queue's own tables belong to
 * graphile-worker, whose next version may lay them out otherwise. Work that has failed for good stays behind;
 * work in hand at the moment of the backup is done again, as handlers allow.
 * @param authorityId only the work of this authority, or everyone's
 */
export function waitingJobsQuery(authorityId: string | undefined): string {
  const whose = authorityId === undefined ? "" : `and j.payload ->> 'authority' = '${authorityId}'`;
  return `
    select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority,
           (select array_agg(flag) from jsonb_object_keys(j.flags) flag) as flags
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
    where j.attempts < j.max_attempts ${whose}
    order by j.id`;
}

/** Creates the table, gone at the end of the transaction, into which a restore copies the waiting work. */
export async function createJobsTable(client: pg.ClientBase): Promise<string> {
  await client.query(`
    create temporary table restored_job (
      position bigint generated always as identity, identifier text, payload json, queue_name text,
      run_at timestamptz, max_attempts integer, key text, priority integer, flags text[]
    ) on commit drop`);
  return `pg_temp.restored_job (identifier, payload, queue_name, run_at, max_attempts, key, priority, flags)`;
}

/** Puts the copied work into the queue, in its old order. */
export async function addRestoredJobs(client: pg.ClientBase): Promise<void> {
  await client.query(`
    select graphile_worker.add_job(
      identifier, payload, queue_name, run_at, max_attempts, key, priority, flags
    ) from (select * from pg_temp.restored_job order by position) waiting`);
}
