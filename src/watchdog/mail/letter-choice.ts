import type { SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** Whether this agent gets the letter of the morning. */
export async function wantsLetter(reads: Reads, account: Id<"account">): Promise<boolean> {
  const row = await reads.row(
    "watch_letter_chosen",
    "select 1 as yes from watch_letter_choice where account_id = $1",
    [account],
  );
  return row !== undefined;
}

/** The agent gets the letter of the morning from now on, or does not any more. */
export async function chooseLetter(
  { actor, database, now }: Pick<SignedInVisit, "actor" | "database" | "now">,
  wanted: boolean,
): Promise<void> {
  await database.write(async (writes) => {
    if (wanted) {
      await writes.run(
        "watch_letter_choose",
        "insert into watch_letter_choice (account_id, at) values ($1, $2) on conflict (account_id) do nothing",
        [actor.accountId, now.toString()],
      );
    } else {
      await writes.run("watch_letter_stop", "delete from watch_letter_choice where account_id = $1", [
        actor.accountId,
      ]);
    }
  });
}

/** Every account that wants it. */
export async function choosers(reads: Reads): Promise<readonly Id<"account">[]> {
  const rows = await reads.rows<{ id: Id<"account"> }>(
    "watch_letter_choosers",
    "select account_id as id from watch_letter_choice order by account_id",
  );
  return rows.map(({ id }) => id);
}
