import { grantRole, linkGuardian } from "#access";
import { createAccount, hashPassword, type SignedIn } from "#identity";
import type { Id } from "#kernel";
import type { Writes } from "#platform";

import { rightsOf } from "../roles.ts";
import { agents, demonstrationPassword, parents, type DemonstrationAccount } from "./accounts.ts";
import type { CreatedCanteen } from "./offer.ts";

/** Creates the accounts of agents and parents; a parent's is tied to the guardian with its e-mail. */
export async function createPeople(
  writes: Writes,
  canteens: readonly CreatedCanteen[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, SignedIn>> {
  const hash = await hashPassword(demonstrationPassword);
  if (!hash.ok) throw new Error("The password of the demonstration could not be hashed");
  const people = new Map<string, SignedIn>();
  for (const person of [...agents, ...parents]) {
    const account = await createAccount(writes, { ...person, passwordHash: hash.value, now });
    if (!account.ok) throw new Error(`The account of ${person.email} was refused: ${account.refusal.code}`);
    const accountId = account.value;
    const rights = await giveRole(writes, person, { accountId, canteens, now });
    const guardian = person.role === undefined ? await link(writes, person.email, accountId) : null;
    people.set(person.email, {
      kind: "signed-in",
      accountId,
      name: person.name,
      email: person.email,
      guardian,
      rights,
    });
  }
  return people;
}

async function giveRole(
  writes: Writes,
  { role }: DemonstrationAccount,
  to: { accountId: Id<"account">; canteens: readonly CreatedCanteen[]; now: Temporal.Instant },
): Promise<SignedIn["rights"]> {
  if (role === undefined) return new Map();
  const site = to.canteens.find(({ canteen }) => canteen.commune === role.commune)?.siteId ?? null;
  await grantRole(writes, { accountId: to.accountId, role: role.name, siteId: site, now: to.now });
  const scope = site === null ? ("everywhere" as const) : new Set([site]);
  return new Map(rightsOf(role.name).map((right) => [right, scope]));
}

async function link(writes: Writes, email: string, accountId: Id<"account">): Promise<SignedIn["guardian"]> {
  const rows = await writes.rows<{ guardianId: Id<"guardian">; householdId: Id<"household"> }>(
    "demonstration_guardian",
    `select guardian_id as "guardianId", household_id as "householdId"
     from families_guardian_card where email = $1`,
    [email],
  );
  const guardianId = rows[0]?.guardianId;
  if (guardianId === undefined || rows.some((row) => row.guardianId !== guardianId)) {
    throw new Error(`${email} is not one guardian of the demonstration`);
  }
  const linked = await linkGuardian(writes, { accountId, guardianId });
  if (!linked.ok) throw new Error(`${email} was not tied to a guardian: ${linked.refusal.code}`);
  return { id: guardianId, householdIds: rows.map((row) => row.householdId), withheldIds: [], leftIds: [] };
}
