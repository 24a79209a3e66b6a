import { ok, type Id, type Result } from "#kernel";
import { hashedId, writeJournal, type Writes } from "#platform";

import { searchKey } from "../rules/search-key.ts";
import { guardianOfForm, joinGuardian, type AlikeGuardians } from "./add-guardian.ts";
import { lockHousehold, oneAtATime, type Bringing, type BroughtBy, type NewGuardian } from "./new-people.ts";

/** A household as an agent writes it. */
export interface NewHousehold {
  /** How agents name it; empty for its guardian's name. */
  label: string;
  street: string;
  postcode: string;
  commune: string;
}

/**
 * A new household with its first guardian, who may be somebody known: one adult then has two households. The caller
 * has authorised it.
 *
 * In: the household, the guardian, and the form's key and answer. Out: the household, once however often the form is
 * sent; refuses while somebody of this name is known and nobody said who it is.
 */
export async function createHousehold(
  visit: Bringing,
  household: NewHousehold,
  guardian: NewGuardian,
  { formKey, answer }: BroughtBy,
): Promise<Result<Id<"household">, AlikeGuardians>> {
  const { actor } = visit;
  const householdId = hashedId<"household">(JSON.stringify([actor.accountId, formKey, household, guardian]));
  return visit.database.write(async (writes) => {
    await oneAtATime(writes);
    if (await lockHousehold(writes, householdId)) return ok(householdId);
    const found = await guardianOfForm(writes, visit, guardian, { formKey, answer, householdId });
    if (!found.ok) return found;
    const label = household.label === "" ? guardian.lastName : household.label;
    await writeHousehold(writes, visit, householdId, { ...household, label });
    await joinGuardian(writes, visit, householdId, found.value);
    return ok(householdId);
  });
}

/** Writes a household under a name of its own; the journal says by whom. */
export async function writeHousehold(
  writes: Writes,
  { actor, now, address }: Omit<Bringing, "database">,
  householdId: Id<"household">,
  { label, street, postcode, commune }: NewHousehold,
): Promise<void> {
  await writes.run(
    "families_create_household",
    `insert into household (id, label, address_line, postcode, commune, search_key, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [householdId, label, street, postcode, commune, searchKey(label, street, commune), now.toString()],
  );
  await writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act: "families.household-created",
    objectKind: "household",
    objectId: householdId,
    householdId,
    address,
  });
}
