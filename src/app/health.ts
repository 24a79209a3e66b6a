import { pendingMigrations, type Database, type Worker } from "#platform";

/** Each part that must be right for the espace to serve, and whether it is. */
export interface Health {
  healthy: boolean;
  report: { database: "ok" | "down"; migrations: "ok" | "behind" | "unknown"; worker: "ok" | "down" };
}

/** Looks at the database, the migrations and the job worker. Never throws: what cannot be asked is not right. */
export async function healthOf(database: Database, worker: Worker): Promise<Health> {
  const pending = await pendingMigrations(database).catch(() => null);
  const report: Health["report"] = {
    database: pending === null ? "down" : "ok",
    migrations: pending === null ? "unknown" : pending === 0 ? "ok" : "behind",
    worker: worker.healthy() ? "ok" : "down",
  };
  return { healthy: Object.values(report).every((state) => state === "ok"), report };
}
