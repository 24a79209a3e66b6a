import type { Id } from "#kernel";
import { writeJournal, type Reads, type Writes } from "#platform";

/** What the staff must know of a child's health. The diet says what a child eats, never why. */
export interface HealthRecord {
  allergies: string;
  diet: string;
  hasPai: boolean;
  paiUntil: Temporal.PlainDate | null;
  paiInstructions: string;
  doctorName: string;
  doctorPhone: string;
  notes: string;
  /** Null for a child whose record nobody has filled in. */
  updatedAt: Temporal.Instant | null;
}

/** Who opens a record, as the journal keeps it. */
export interface HealthReader {
  accountId: Id<"account">;
  name: string;
  address: string;
  now: Temporal.Instant;
  householdId: Id<"household">;
}

const EMPTY: HealthRecord = {
  allergies: "",
  diet: "",
  hasPai: false,
  paiUntil: null,
  paiInstructions: "",
  doctorName: "",
  doctorPhone: "",
  notes: "",
  updatedAt: null,
};

/**
 * The health record of a child, with the line in the journal that tells who opened it, in the same transaction. Who
 * may open it was decided before: by the reach of a guardian, by the sites of an agent.
 */
export async function openHealthRecord(
  writes: Writes,
  participantId: Id<"participant">,
  reader: HealthReader,
): Promise<HealthRecord> {
  await writeJournal(writes, { ...lineOf(reader, participantId), act: "families.health-read" });
  return (await recordOf(writes, participantId)) ?? EMPTY;
}

/** The same without a line in the journal: for a folder above, which writes its own. */
export async function healthRecordOf(reads: Reads, participantId: Id<"participant">): Promise<HealthRecord> {
  return (await recordOf(reads, participantId)) ?? EMPTY;
}

/** The line of the journal about a record, without anything that it says. */
export function lineOf(by: HealthReader, participantId: Id<"participant">) {
  return {
    at: by.now,
    accountId: by.accountId,
    byLabel: by.name,
    objectKind: "participant",
    objectId: participantId,
    householdId: by.householdId,
    address: by.address,
  };
}

function recordOf(reads: Reads, participantId: Id<"participant">): Promise<HealthRecord | undefined> {
  return reads.row<HealthRecord>(
    "families_health_record",
    `select allergies, diet, has_pai as "hasPai", pai_until as "paiUntil", pai_instructions as "paiInstructions",
            doctor_name as "doctorName", doctor_phone as "doctorPhone", notes, updated_at as "updatedAt"
     from health_record where participant_id = $1`,
    [participantId],
  );
}
