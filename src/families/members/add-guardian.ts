import { ok, refuse, type Id, type Result } from "#kernel";
import { hashedId, writeJournal, type Writes } from "#platform";

import { samePerson } from "../rules/same-person.ts";
import { searchKey } from "../rules/search-key.ts";
import { alikeGuardians, type Alike } from "./alike.ts";
import { lockHousehold, oneAtATime, type Bringing, type BroughtBy, type NewGuardian } from "./new-people.ts";

/** Is it one of these? */
export type AlikeGuardians = { code: "alike"; alike: readonly Alike<"guardian">[] };

/**
 * Brings a guardian into a household: somebody new, or somebody known who then is of both households and acts for the
 * children of each. The caller has authorised it.
 *
 * In: the household, the adult, and the form's key and answer. Out: the guardian, once however often the form is
 * sent; refuses while somebody of this name is known and nobody said who it is.
 */
export async function addGuardian(
  visit: Bringing,
  householdId: Id<"household">,
  guardian: NewGuardian,
  brought: BroughtBy,
): Promise<Result<Id<"guardian">, { code: "unknown-household" } | AlikeGuardians>> {
  return visit.database.write(async (writes) => {
    await oneAtATime(writes);
    if (!(await lockHousehold(writes, householdId))) return refuse({ code: "unknown-household" });
    const found = await guardianOfForm(writes, visit, guardian, { ...brought, householdId });
    if (found.ok) await joinGuardian(writes, visit, householdId, found.value);
    return found;
  });
}

/** Whom the form is about: found, or created. Nothing is written before it is known who it is. */
export async function guardianOfForm(
  writes: Writes,
  { actor, now }: Pick<Bringing, "actor" | "now">,
  guardian: NewGuardian,
  { formKey, answer, householdId }: BroughtBy & { householdId: Id<"household"> },
): Promise<Result<Id<"guardian">, AlikeGuardians>> {
  const { civility, firstName, lastName, email, phone } = guardian;
  const newId = hashedId<"guardian">(JSON.stringify([actor.accountId, formKey, householdId, guardian]));
  const alike = await alikeGuardians(writes, guardian);
  if (alike.some(({ id }) => id === newId)) return ok(newId);
  const who = samePerson(
    alike.map(({ id }) => id),
    answer,
  );
  if (who.kind === "ask") return refuse({ code: "alike", alike });
  if (who.kind === "known") return ok(who.id);
  await writes.run(
    "families_create_guardian",
    `insert into guardian (id, civility, last_name, first_name, email, phone_mobile, search_key, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId, civility, lastName, firstName, email, phone, searchKey(lastName, firstName), now.toString()],
  );
  return ok(newId);
}

/** Makes the guardian one of the household, again where he or she had left it; the journal says by whom, once. */
export async function joinGuardian(
  writes: Writes,
  { actor, now, address }: Omit<Bringing, "database">,
  householdId: Id<"household">,
  guardianId: Id<"guardian">,
): Promise<void> {
  const rows = await writes.run(
    "families_join_guardian",
    `insert into household_guardian as known (household_id, guardian_id) values ($1, $2)
     on conflict (household_id, guardian_id) do update set left_on = null, left_reason = '', left_by_label = null
     where known.left_on is not null`,
    [householdId, guardianId],
  );
  if (rows === 0) return;
  await writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act: "families.guardian-joined",
    objectKind: "guardian",
    objectId: guardianId,
    householdId,
    address,
  });
}
