import type { Visit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { announce, databaseWithin, type Writes } from "#platform";

import { correctRecord } from "../corrections/correct.ts";
import { seenOf } from "../corrections/correctable.ts";
import { correctableGuardian } from "../corrections/guardian.ts";
import { ownContactChanged } from "../events.ts";
import type { ContactProof } from "./proofs.ts";

/**
 * Writes what an adult has proved into the file, by the agents' correction and under the adult's own name, and announces
 * it to the other adults. Refuses an adult who has left every household; the caller then undoes the whole transaction.
 */
export async function writeOwnContact(
  writes: Writes,
  { authority, database, now, address }: Pick<Visit, "authority" | "database" | "now" | "address">,
  { guardianId, kind, value, accountId, byLabel }: ContactProof,
): Promise<Result<{ before: string }, { code: "unknown" }>> {
  const home = await writes.row<{ householdId: Id<"household"> }>(
    "contact_household",
    `select household_id as "householdId" from household_guardian
     where guardian_id = $1 and left_on is null order by household_id limit 1`,
    [guardianId],
  );
  if (home === undefined) return refuse({ code: "unknown" });
  const where = { householdId: home.householdId, recordId: guardianId };
  await correctableGuardian.lock(writes, where);
  const before = await correctableGuardian.read(writes, where);
  if (before === undefined) return refuse({ code: "unknown" });
  const cell = kind === "email" ? "email" : "phoneMobile";
  const visit = {
    actor: { accountId, name: byLabel },
    authority,
    database: databaseWithin(writes, database.schema),
    now,
    address,
  };
  const seen = seenOf(correctableGuardian.fields, before);
  const after = { ...before, [cell]: value };
  const done = await correctRecord(visit, correctableGuardian, where, { after, seen, by: "self" });
  if (!done.ok) throw new Error(`What an adult proved was refused: ${done.refusal.code}`);
  // An address that was known and is now proved changes nothing for anybody else.
  if (before[cell] !== value)
    await announce(writes, authority.id, ownContactChanged(guardianId, { kind, at: now }));
  return ok({ before: before[cell] });
}
