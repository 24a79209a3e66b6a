import { ok, refuse, type Id, type Result } from "#kernel";
import type { SignedInVisit } from "#identity";
import { rehearse, writeJournal, type SchemaDatabase, type Writes } from "#platform";

/** An adult and a child of the same household. */
export interface AdultAndChild {
  householdId: Id<"household">;
  guardianId: Id<"guardian">;
  participantId: Id<"participant">;
}

/** Why authority was not withheld. */
export type WithholdRefusal =
  | { code: "not-together" }
  /** Nobody could act for the child any more. */
  | { code: "last-guardian" };

/**
 * @rule Un adulte du foyer sans autorité sur un enfant
 *
 * Les adultes d’un foyer agissent pour tous ses enfants, sauf là où un agent a écrit le contraire, avec la raison :
 * un beau-parent, un parent à qui un juge a retiré l’autorité. Cet adulte ne voit plus rien de l’enfant et ne réserve
 * plus pour lui, dans aucun de ses foyers. Il reste toujours au moins un adulte qui agit pour l’enfant.
 *
 * In: an agent who may change files, the two people, and the reason, which no family reads. Withholding twice keeps
 * the first.
 */
export async function withholdAuthority(
  { actor, database, now, address }: Pick<SignedInVisit, "actor" | "database" | "now" | "address">,
  { householdId, guardianId, participantId }: AdultAndChild,
  reason: string,
): Promise<Result<null, WithholdRefusal>> {
  return database.write(async (writes) => {
    const refusal = await refusalOf(writes, { householdId, guardianId, participantId });
    if (refusal !== undefined) return refuse(refusal);
    const written = await writes.run(
      "families_withhold_authority",
      `insert into withheld_authority (guardian_id, participant_id, reason, by_label, at)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [guardianId, participantId, reason, actor.name, now.toString()],
    );
    if (written > 0) {
      await writeJournal(writes, {
        at: now,
        accountId: actor.accountId,
        byLabel: actor.name,
        act: "families.authority-withheld",
        objectKind: "participant",
        objectId: participantId,
        householdId,
        reason,
        facts: { guardian: guardianId },
        address,
      });
    }
    return ok(null);
  });
}

/** Why authority could not be withheld, before anybody is asked to confirm it; nothing is written. */
export function withholdRefusal(
  database: Pick<SchemaDatabase, "write">,
  pair: AdultAndChild,
): Promise<WithholdRefusal | undefined> {
  return rehearse(database, (writes) => refusalOf(writes, pair));
}

async function refusalOf(writes: Writes, pair: AdultAndChild): Promise<WithholdRefusal | undefined> {
  if (!(await together(writes, pair))) return { code: "not-together" };
  return (await somebodyElse(writes, pair)) ? undefined : { code: "last-guardian" };
}

/** Whether both are of this household. The child is locked: two agents at once leave an adult who may act. */
async function together(
  writes: Writes,
  { householdId, guardianId, participantId }: AdultAndChild,
): Promise<boolean> {
  const row = await writes.row<{ found: boolean }>(
    "families_adult_and_child",
    `select exists (select from household_participant where household_id = $1 and participant_id = $3 and left_on is null)
            and exists (select from household_guardian where household_id = $1 and guardian_id = $2 and left_on is null) as found
     from participant where id = $3 for update`,
    [householdId, guardianId, participantId],
  );
  return row?.found === true;
}

async function somebodyElse(
  writes: Writes,
  { guardianId, participantId }: Omit<AdultAndChild, "householdId">,
): Promise<boolean> {
  const row = await writes.row<{ others: boolean }>(
    "families_other_guardians",
    `select exists (
       select from household_participant hp
       join household_guardian hg on hg.household_id = hp.household_id
       where hp.participant_id = $2 and hg.guardian_id <> $1 and hp.left_on is null and hg.left_on is null
         and not exists (select from withheld_authority other
                         where other.guardian_id = hg.guardian_id and other.participant_id = $2)) as others`,
    [guardianId, participantId],
  );
  return row?.others === true;
}
