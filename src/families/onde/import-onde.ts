import { createHash } from "node:crypto";
import { parisDate } from "#kernel";
import { type Reads, type SchemaDatabase, type Writes, writeJournal } from "#platform";
import { loadSnapshot } from "./apply/load-snapshot.ts";
import { writePlan } from "./apply/write-plan.ts";
import { type OndeBytes, type OndeReading, readOndeFiles } from "./read-files.ts";
import { totalsOf } from "./report/totals.ts";
import { type ImportContext, makePlan, unread } from "./rules/make-plan.ts";
import { type OndePlan, writesNothing } from "./rules/plan.ts";
import { isSchoolYear, schoolYearOfExtraction } from "./rules/school-year.ts";

/** What is imported, and for which school. */
export interface OndeInput {
  readonly files: OndeBytes;
  /** Name of the school, which the files do not give; empty when the agent gives none. */
  readonly schoolName: string;
  /** « 2026-2027 »; without it, the year of the day of the import. */
  readonly schoolYear?: string | undefined;
  readonly at: Temporal.Instant;
}

/** Who applies, and on which legal ground (GDPR, art. 6): both go to the journal. */
export interface OndeApplication {
  /** « mission d'intérêt public, art. 6-1-e ». */
  readonly legalBasis: string;
  /** Account that applies; null for the command line. */
  readonly accountId: string | null;
  readonly byLabel: string;
}

/** What came of it, to be reported. */
export interface OndeOutcome {
  readonly plan: OndePlan;
  readonly readings: OndeReading["readings"];
  /** `file-refused`: nothing could be planned. `nothing-to-write`: applied, and all was already there. */
  readonly state: "planned" | "applied" | "nothing-to-write" | "file-refused";
}

/** Why nothing was even planned. */
export type OndeRefusal =
  | { readonly code: "legal-basis-missing" }
  | { readonly code: "school-year-malformed" };

const LONGEST_BASIS = 500;

interface Prepared {
  readonly reading: OndeReading;
  readonly context: ImportContext;
}

function prepare(input: OndeInput): Prepared | OndeRefusal {
  const today = parisDate(input.at);
  const schoolYear = input.schoolYear ?? schoolYearOfExtraction(today);
  if (!isSchoolYear(schoolYear)) return { code: "school-year-malformed" };
  return {
    reading: readOndeFiles(input.files, today),
    context: { schoolYear, schoolName: input.schoolName.trim() },
  };
}

async function plan(reads: Reads, { reading, context }: Prepared): Promise<OndePlan> {
  return makePlan(reading.lines, await loadSnapshot(reads, context.schoolYear), context);
}

/** Says what an extraction would create, change and refuse. Writes nothing. */
export async function planOndeImport(
  database: SchemaDatabase,
  input: OndeInput,
): Promise<OndeOutcome | OndeRefusal> {
  const prepared = prepare(input);
  if ("code" in prepared) return prepared;
  const { readings, closed } = prepared.reading;
  if (closed)
    return { plan: unread(prepared.reading.lines, prepared.context), readings, state: "file-refused" };
  return { plan: await database.read((reads) => plan(reads, prepared)), readings, state: "planned" };
}

/**
 * Applies an extraction in one transaction: all that its plan takes, and a line of the journal with the legal
 * basis. Two imports of one authority take turns, so that the second sees what the first wrote. When all was
 * already there nothing is written, the journal included. Refuses without a legal basis.
 */
export async function applyOndeImport(
  database: SchemaDatabase,
  input: OndeInput,
  by: OndeApplication,
): Promise<OndeOutcome | OndeRefusal> {
  const legalBasis = by.legalBasis.trim();
  if (legalBasis === "" || legalBasis.length > LONGEST_BASIS) return { code: "legal-basis-missing" };
  const prepared = prepare(input);
  if ("code" in prepared) return prepared;
  const { readings, closed } = prepared.reading;
  if (closed)
    return { plan: unread(prepared.reading.lines, prepared.context), readings, state: "file-refused" };
  return database.write(async (writes) => {
    await takeTurns(writes);
    const planned = await plan(writes, prepared);
    if (writesNothing(planned)) return { plan: planned, readings, state: "nothing-to-write" };
    await writePlan(writes, planned, input.at);
    await writeJournal(writes, {
      at: input.at,
      accountId: by.accountId,
      byLabel: by.byLabel,
      act: "families.onde-import-applied",
      reason: legalBasis,
      facts: {
        ...prepared.context,
        digests: { eleves: digest(input.files.eleves), responsables: digest(input.files.responsables) },
        totals: totalsOf(planned, readings),
      },
    });
    return { plan: planned, readings, state: "applied" };
  });
}

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The lock is the authority's own: its name holds the schema. */
async function takeTurns(writes: Writes): Promise<void> {
  await writes.row(
    "onde_take_turns",
    "select pg_advisory_xact_lock(hashtextextended('preau.onde.' || current_schema(), 0))",
  );
}
