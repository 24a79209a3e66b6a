import type { Visit } from "#identity";
import { withdrawNews } from "#families";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { recipientOfCode } from "./stop-code.ts";

/** Whether an address that stops news is one of ours. */
export async function isStopAddress({ database }: Pick<Visit, "database">, code: string): Promise<boolean> {
  return (await database.read((reads) => readersOf(reads, code))) !== undefined;
}

/**
 * Withdraws the consent to news of those to whom a message was written; twice is once. Who holds the address got the
 * message. False where it is none of ours.
 */
export function stopNews({ database, now }: Pick<Visit, "database" | "now">, code: string): Promise<boolean> {
  return database.write(async (writes) => {
    const readers = await readersOf(writes, code);
    if (readers === undefined) return false;
    await withdrawNews(writes, readers, now);
    return true;
  });
}

async function readersOf(reads: Reads, code: string): Promise<readonly Id<"guardian">[] | undefined> {
  const recipient = recipientOfCode(code);
  if (recipient === undefined) return undefined;
  const row = await reads.row<{ guardianIds: Id<"guardian">[] }>(
    "campaign_readers_of",
    `select r.guardian_ids as "guardianIds" from campaign_recipient r
     join campaign c on c.id = r.campaign_id and c.kind = 'news' where r.id = $1`,
    [recipient],
  );
  return row?.guardianIds;
}
