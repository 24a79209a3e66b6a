import type { GuardianVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { announce, hashedId, writeJournal, type Reads } from "#platform";

/** A copy that was asked for. */
export interface DataExport {
  readonly exportId: Id<"data-export">;
  readonly guardianId: Id<"guardian">;
  readonly accountId: Id<"account">;
  readonly by: string;
  readonly askedAt: Temporal.Instant;
  /** The file that was made; null while the job has not made it. */
  readonly fileId: string | null;
  readonly until: Temporal.Instant | null;
}

const COLUMNS = `id as "exportId", guardian_id as "guardianId", account_id as "accountId", by_label as by,
  asked_at as "askedAt", file_id as "fileId", until`;

/** The copies that an adult asked for, the last one first. */
export function exportsOf(reads: Reads, guardianId: Id<"guardian">): Promise<DataExport[]> {
  return reads.rows<DataExport>(
    "privacy_exports_of",
    `select ${COLUMNS} from data_export where guardian_id = $1 order by asked_at desc, id limit 20`,
    [guardianId],
  );
}

/** One copy, whoever asked for it; the caller decides who may. */
export function exportById(reads: Reads, id: Id<"data-export">): Promise<DataExport | undefined> {
  return reads.row<DataExport>("privacy_export", `select ${COLUMNS} from data_export where id = $1`, [id]);
}

/**
 * Asks for a copy of one's data: a job makes it and a mail tells. Sent twice, it is asked once; refused while another is
 * being made.
 */
export function askExport(
  { actor, authority, database, now, address }: GuardianVisit,
  formKey: Id<"form">,
): Promise<Result<null, { readonly code: "under-way" }>> {
  const exportId = hashedId<"data-export">("data-export", actor.accountId, formKey);
  return database.write(async (writes) => {
    const asked = await writes.run(
      "privacy_ask_export",
      `insert into data_export (id, guardian_id, account_id, by_label, asked_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [exportId, actor.guardian.id, actor.accountId, actor.name, now.toString()],
    );
    if (asked === 0)
      return (await exportById(writes, exportId)) === undefined ? refuse({ code: "under-way" }) : ok(null);
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "privacy.export-asked",
      objectKind: "data-export",
      objectId: exportId,
      address,
    });
    await announce(writes, authority.id, { type: "privacy.exportAsked", facts: { export: exportId } });
    return ok(null);
  });
}
