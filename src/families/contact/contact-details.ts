import type { SignedInVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { announce, type Reads } from "#platform";

import { correctRecord, type CorrectionRefusal } from "../corrections/correct.ts";
import { seenOf } from "../corrections/correctable.ts";
import { correctableGuardian } from "../corrections/guardian.ts";
import { correctableHousehold } from "../corrections/household.ts";
import { CONTACT_KINDS, ownContactChanged, type ContactKind } from "../events.ts";

/** Where a household lives, and how one of its adults is reached. */
export interface ContactDetails {
  readonly street: string;
  readonly postcode: string;
  readonly commune: string;
  readonly phoneMobile: string;
  readonly phoneHome: string;
  readonly phoneWork: string;
  readonly email: string;
}

/** The household, and the adult of it. */
export interface ContactOf {
  readonly householdId: Id<"household">;
  readonly guardianId: Id<"guardian">;
}

/** What the file says of an adult of this household; undefined for anybody else. */
export async function contactDetails(
  reads: Reads,
  { householdId, guardianId }: ContactOf,
): Promise<ContactDetails | undefined> {
  const home = await correctableHousehold.read(reads, { householdId, recordId: householdId });
  const adult = await correctableGuardian.read(reads, { householdId, recordId: guardianId });
  if (home === undefined || adult === undefined) return undefined;
  const { street, postcode, commune } = home;
  const { phoneMobile, phoneHome, phoneWork, email } = adult;
  return { street, postcode, commune, phoneMobile, phoneHome, phoneWork, email };
}

/**
 * Writes another address of the household and other ways to reach one of its adults, as an agent's corrections: cell by
 * cell in the journal, kept from the school register's next files, a new e-mail address announced, and to the other
 * adults of the household what changed, never what it says now. Refuses what changed
 * between reading and writing; the caller then undoes the whole transaction. The caller has authorised it.
 */
export async function changeContactDetails(
  visit: Pick<SignedInVisit, "actor" | "authority" | "database" | "now" | "address">,
  { householdId, guardianId }: ContactOf,
  { street, postcode, commune, ...reached }: ContactDetails,
): Promise<Result<null, CorrectionRefusal>> {
  const ofHome = { householdId, recordId: householdId };
  const ofAdult = { householdId, recordId: guardianId };
  const [home, adult] = await visit.database.read(
    async (reads) =>
      [
        await correctableHousehold.read(reads, ofHome),
        await correctableGuardian.read(reads, ofAdult),
      ] as const,
  );
  if (home === undefined || adult === undefined) return refuse({ code: "unknown" });
  const moved = await correctRecord(visit, correctableHousehold, ofHome, {
    after: { ...home, street, postcode, commune },
    seen: seenOf(correctableHousehold.fields, home),
  });
  if (!moved.ok) return moved;
  const told = await correctRecord(visit, correctableGuardian, ofAdult, {
    after: { ...adult, ...reached },
    seen: seenOf(correctableGuardian.fields, adult),
  });
  if (!told.ok) return told;
  const before = { ...home, ...adult };
  const after = { street, postcode, commune, ...reached };
  const changed = CONTACT_KINDS.filter((kind) => CELLS[kind].some((cell) => before[cell] !== after[cell]));
  await visit.database.write(async (writes) => {
    for (const kind of changed)
      await announce(writes, visit.authority.id, ownContactChanged(guardianId, { kind, at: visit.now }));
  });
  return ok(null);
}

/** The cells of what the other adults are told of. */
const CELLS = {
  email: ["email"],
  phone: ["phoneMobile"],
  otherPhone: ["phoneHome", "phoneWork"],
  home: ["street", "postcode", "commune"],
} as const satisfies Record<ContactKind, readonly (keyof ContactDetails)[]>;
