import { createHash } from "node:crypto";

import type { SignedInVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { announce, writeJournal, type WholeFile } from "#platform";

import { reportById, reportOfFile, type KeptReport } from "./report.ts";

/** The day of a large authority, several times over. */
export const LARGEST_REPORT = 8 * 1024 * 1024;
const LONGEST_NAME = 120;

/**
 * Keeps a report as it came, to be read and compared by a job. The same file is taken once; the same form sent twice
 * finds what it sent.
 */
export async function takeReport(
  { actor, authority, database, now, address }: SignedInVisit,
  { id, file }: { id: Id<"report">; file: WholeFile },
): Promise<Result<Id<"report">, { code: "known"; report: KeptReport }>> {
  const sha256 = createHash("sha256").update(file.bytes).digest();
  const fileName = readableName(file.name);
  return database.write(async (writes) => {
    const by = {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      objectKind: "report",
      address,
    } as const;
    const taken = await writes.run(
      "payments_report_take",
      `insert into payment_report (id, file_name, sha256, bytes, state, lines_expected, by_label, at)
       values ($1, $2, $3, $4, 'reading', $5, $6, $7)
       on conflict do nothing`,
      [id, fileName, sha256, file.bytes, linesOf(file.bytes), actor.name, now.toString()],
    );
    if (taken === 0) {
      if ((await reportById(writes, id)) !== undefined) return ok(id);
      const report = await reportOfFile(writes, sha256);
      // Refused in the very moment between both statements: as if it had not been there.
      if (report === undefined) return ok(id);
      await writeJournal(writes, {
        ...by,
        act: "payments.report-refused",
        objectId: report.id,
        facts: { fileName },
      });
      return refuse({ code: "known", report });
    }
    await announce(writes, authority.id, { type: "payments.reportTaken", facts: { report: id } });
    await writeJournal(writes, {
      ...by,
      act: "payments.report-taken",
      objectId: id,
      facts: { fileName, sha256: sha256.toString("hex"), bytes: file.bytes.length },
    });
    return ok(id);
  });
}

/** About how many lines are to be read: what the progress is told against. */
function linesOf(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return Math.max(lines, 1);
}

/** The file's name without a folder and without what cannot be read. */
function readableName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? "";
  return last.replaceAll(/\p{C}/gu, "").slice(0, LONGEST_NAME);
}
