import type { SchemaDatabase } from "#platform";
import { formSource, recordQuotient, writeLimit } from "#pricing";
import type { SignedIn } from "#identity";
import { parisDate, type Id } from "#kernel";
import { hashedId } from "#platform";

interface Told {
  valueHundredths: number | null;
  resourcesCents?: number;
  dependentChildren?: number;
  aeehChildren?: number;
}

/** Who tells the quotients of the demonstration, and when. */
interface Quotients {
  database: SchemaDatabase;
  administrator: SignedIn;
  reception: SignedIn;
  opened: Temporal.Instant;
  now: Temporal.Instant;
}

/**
 * One household of each kind: a family with a nursery contract whose resources are known, one whose quotient is about to
 * expire, one that has declared something an agent must look at. The others have none. The floor and ceiling of the year
 * are invented.
 */
export async function tellQuotients(
  { database, administrator, reception, opened, now }: Quotients,
  families: { nursery: SignedIn; expiring: SignedIn; declaring: SignedIn },
): Promise<void> {
  const day = parisDate(opened);
  await writeLimit(
    { actor: administrator, database, now: opened, address: "127.0.0.1" },
    {
      firstDay: day.with({ month: 1, day: 1 }),
      floorCents: 81_400,
      ceilingCents: 850_000,
      aboveCeiling: false,
    },
  );
  const tell = async (
    name: string,
    by: SignedIn,
    of: SignedIn,
    at: Temporal.Instant,
    told: Told,
    lastDay: Temporal.PlainDate | null = null,
  ) => {
    const householdId = householdOf(of);
    const source = formSource(by === of ? "family" : "agent", {
      resourcesCents: null,
      resourcesCase: null,
      dependentChildren: null,
      aeehChildren: null,
      scheme: "caf",
      situationOn: parisDate(at).subtract({ days: 20 }),
      ...told,
    });
    const visit = { actor: by, now: at, address: "127.0.0.1" };
    const key = hashedId<"qf-entry">("demonstration", name);
    const recorded = await database.write((writes) =>
      recordQuotient(writes, visit, {
        key,
        householdId,
        source,
        ...(lastDay !== null && { chosen: { firstDay: null, lastDay, reason: "" } }),
      }),
    );
    if (!recorded.ok) throw new Error(`The quotient of ${name} was refused: ${recorded.refusal.code}`);
  };
  const nursery = { valueHundredths: 64_050, resourcesCents: 245_000, dependentChildren: 3, aeehChildren: 0 };
  await tell("nursery", reception, families.nursery, opened, nursery);
  await tell(
    "expiring",
    reception,
    families.expiring,
    opened,
    { valueHundredths: 91_200 },
    parisDate(now).add({ days: 20 }),
  );
  await tell("declaring", families.declaring, families.declaring, now.subtract({ hours: 20 }), {
    valueHundredths: 69_999,
  });
}

function householdOf({ guardian, name }: SignedIn): Id<"household"> {
  const id = guardian?.householdIds[0];
  if (id === undefined) throw new Error(`${name} has no household`);
  return id;
}
