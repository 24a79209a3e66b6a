import { writeJournal, type SchemaDatabase } from "#platform";

import type { Actor } from "../actor.ts";
import { endSession, endSessionNamed, endSessionsOf } from "./end-session.ts";

interface Leaving {
  actor: Actor;
  address: string;
  now: Temporal.Instant;
}

/** Ends the session of this token; nothing happens when it had ended already. */
export async function signOut(
  database: SchemaDatabase,
  token: string,
  { actor, address, now }: Leaving,
): Promise<void> {
  await database.write(async (writes) => {
    const accountId = await endSession(writes, token, now);
    if (accountId === undefined) return;
    const byLabel = actor.kind === "signed-in" ? actor.name : "";
    await writeJournal(writes, { at: now, accountId, byLabel, act: "identity.signed-out", address });
  });
}

/**
 * Disconnects devices of the person who acts.
 * @param name one device, by its name in `liveSessions`, or « everywhere »
 * @returns whether there was anything to disconnect
 */
export async function disconnect(
  database: SchemaDatabase,
  name: string,
  { actor, address, now }: Leaving & { actor: Extract<Actor, { kind: "signed-in" }> },
): Promise<boolean> {
  const { accountId } = actor;
  return database.write(async (writes) => {
    const ended =
      name === "everywhere"
        ? (await endSessionsOf(writes, accountId, now)) > 0
        : await endSessionNamed(writes, { accountId, name, now });
    const act = name === "everywhere" ? "identity.disconnected-everywhere" : "identity.disconnected";
    if (ended) await writeJournal(writes, { at: now, accountId, byLabel: actor.name, act, address });
    return ended;
  });
}
