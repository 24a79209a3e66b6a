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

/** After as many households that have one come these, which have none. */
const WITHOUT = 4;

/** Who tells the quotients of the demonstration, and when. */
interface Quotients {
  database: SchemaDatabase;
  administrator: SignedIn;
  reception: SignedIn;
  opened: Temporal.Instant;
  now: Temporal.Instant;
}

/** The values that the households of the demonstration have, in hundredths: some of each bracket, and on its bounds. */
const VALUES = [
  24_500, 38_000, 51_200, 61_250, 69_999, 70_000, 74_800, 86_300, 100_000, 100_001, 118_900, 164_000,
];

/**
 * One household of each kind: a family with a nursery contract whose resources are known, one whose quotient is about to
 * expire, one that has declared a new one that an agent must look at. Of the others three in four have one, so that the
 * bills are those of a real town; the rest pay what the tariff asks of who tells nothing. The floor and ceiling of the
 * year are invented.
 */
export async function tellQuotients(
  { database, administrator, reception, opened, now }: Quotients,
  families: { nursery: SignedIn; expiring: SignedIn; declaring: SignedIn },
  households: ReadonlySet<Id<"household">>,
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
    householdId: Id<"household">,
    at: Temporal.Instant,
    told: Told,
    lastDay: Temporal.PlainDate | null = null,
  ) => {
    const source = formSource(by === reception ? "agent" : "family", {
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
  const [nursery, expiring, declaring] = [
    householdOf(families.nursery),
    householdOf(families.expiring),
    householdOf(families.declaring),
  ];
  await tell("nursery", reception, nursery, opened, {
    valueHundredths: 64_050,
    resourcesCents: 245_000,
    dependentChildren: 3,
    aeehChildren: 0,
  });
  const soon = parisDate(now).add({ days: 20 });
  await tell("expiring", reception, expiring, opened, { valueHundredths: 91_200 }, soon);
  await tell("declared before", reception, declaring, opened, { valueHundredths: 88_400 });
  await tell("declaring", families.declaring, declaring, now.subtract({ hours: 20 }), {
    valueHundredths: 69_999,
  });
  const others = [...households].filter((id) => id !== nursery && id !== expiring && id !== declaring);
  for (const [at, householdId] of others.entries()) {
    const valueHundredths = VALUES[at % (VALUES.length + WITHOUT)];
    if (valueHundredths !== undefined) {
      await tell(`of ${householdId}`, reception, householdId, opened, { valueHundredths });
    }
  }
}

function householdOf({ guardian, name }: SignedIn): Id<"household"> {
  const id = guardian?.householdIds[0];
  if (id === undefined) throw new Error(`${name} has no household`);
  return id;
}
