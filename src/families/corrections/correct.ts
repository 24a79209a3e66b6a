import { ok, parisDate, refuse, type Result } from "#kernel";
import type { SignedIn, SignedInVisit } from "#identity";
import { announce, writeJournal, type Reads, type Writes } from "#platform";

import { emailChanged, type ChangedBy } from "../events.ts";
import type { Alike } from "../members/alike.ts";
import {
  changesOf,
  seenOf,
  type CellChange,
  type CellRefusal,
  type CellsBeforeAfter,
  type Correctable,
  type OfHousehold,
} from "./correctable.ts";
import { yearCell } from "./year-cell.ts";

/** Why nothing was corrected. */
export type CorrectionRefusal =
  | { code: "unknown" }
  /** Somebody corrected the record since the page was shown. */
  | { code: "changed-since" }
  | CellRefusal;

/** What a correction would change, and who else is already called so. */
export interface CorrectionPreview<Field extends string> {
  changes: readonly CellChange<Field>[];
  alike: readonly Alike<string>[];
}

/** Says what a correction would change. Writes nothing. */
export async function previewCorrection<Field extends string>(
  reads: Reads,
  record: Correctable<Field>,
  where: OfHousehold,
  { after, seen, today }: Wanted<Field> & { today: Temporal.PlainDate },
): Promise<Result<CorrectionPreview<Field>, CorrectionRefusal>> {
  const judged = await judge(reads, record, where, { after, seen, today });
  if (!judged.ok) return judged;
  const { changes } = judged.value;
  const alike = changes.length === 0 ? [] : ((await record.alike?.(reads, where, after)) ?? []);
  return ok({ changes, alike });
}

/** What the form says, and what the page that it was made from had shown. */
interface Wanted<Field extends string> {
  after: Readonly<Record<Field, string>>;
  seen: string;
  /** An agent, unless told otherwise. */
  by?: ChangedBy;
}

/** The visit of a correction: of an agent, or of the adult whose own details change. */
export type CorrectingVisit = Pick<SignedInVisit, "authority" | "database" | "now" | "address"> & {
  actor: Pick<SignedIn, "accountId" | "name">;
};

/**
 * Corrects a record by hand, once however often the form is sent. The journal says which cells, not what they say;
 * each cell is marked as corrected, so that the school register's next files do not overwrite it (onde/README.md).
 * An adult's other e-mail address is announced. Refuses a form that was made from a record that changed since.
 * The caller has authorised it.
 */
export async function correctRecord<Field extends string>(
  visit: CorrectingVisit,
  record: Correctable<Field>,
  where: OfHousehold,
  wanted: Wanted<Field>,
): Promise<Result<null, CorrectionRefusal>> {
  const { actor, now, address } = visit;
  return visit.database.write(async (writes) => {
    await record.lock(writes, where);
    const judged = await judge(writes, record, where, { ...wanted, today: parisDate(now) });
    if (!judged.ok) return judged;
    const { before, changes } = judged.value;
    if (changes.length === 0) return ok(null);
    await record.write(writes, where, { before, after: wanted.after });
    await markCorrected(writes, record, where, { changes, by: actor.name, now });
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: `families.${record.kind}-corrected`,
      objectKind: record.kind,
      objectId: where.recordId,
      householdId: where.householdId,
      facts: {
        fields: changes.map(({ field }) => field),
        ...(where.schoolYear === undefined ? {} : { schoolYear: where.schoolYear }),
      },
      address,
    });
    const email = changes.find(({ field }) => record.kind === "guardian" && field === "email");
    if (email !== undefined) {
      await announce(
        writes,
        visit.authority.id,
        emailChanged(where.recordId, { ...email, at: now, by: wanted.by ?? "agent" }),
      );
    }
    return ok(null);
  });
}

/** A form sent twice finds what it wanted already there, and is no stale one. */
async function judge<Field extends string>(
  reads: Reads,
  record: Correctable<Field>,
  where: OfHousehold,
  { after, seen, today }: Wanted<Field> & { today: Temporal.PlainDate },
): Promise<
  Result<
    { before: CellsBeforeAfter<Field>["before"]; changes: readonly CellChange<Field>[] },
    CorrectionRefusal
  >
> {
  const before = await record.read(reads, where);
  if (before === undefined) return refuse({ code: "unknown" });
  const changes = changesOf(record.fields, { before, after });
  if (changes.length > 0 && seenOf(record.fields, before) !== seen) return refuse({ code: "changed-since" });
  const refused = await record.refuses?.(reads, where, after, today);
  return refused === undefined ? ok({ before, changes }) : refuse(refused);
}

/** The first correction of a cell keeps what the register had said; a later one leaves that as it is. */
async function markCorrected<Field extends string>(
  writes: Writes,
  { kind }: Pick<Correctable<Field>, "kind">,
  { recordId, schoolYear }: OfHousehold,
  { changes, by, now }: { changes: readonly CellChange<Field>[]; by: string; now: Temporal.Instant },
): Promise<void> {
  await writes.run(
    "families_mark_corrected",
    `insert into corrected_cell (household_id, guardian_id, participant_id, field, register_value, by_label, at)
     select case $1 when 'household' then $2::uuid end, case $1 when 'guardian' then $2::uuid end,
            case $1 when 'participant' then $2::uuid end, cell.field, cell.before, $5, $6
     from unnest($3::text[], $4::text[]) as cell (field, before)
     on conflict (household_id, guardian_id, participant_id, field)
     do update set by_label = excluded.by_label, at = excluded.at`,
    [
      kind,
      recordId,
      changes.map(({ field }) => (schoolYear === undefined ? field : yearCell(field, schoolYear))),
      changes.map(({ before }) => before),
      by,
      now.toString(),
    ],
  );
}
