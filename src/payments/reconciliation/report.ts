import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** A report of PayFiP that an agent handed in. */
export interface KeptReport {
  readonly id: Id<"report">;
  readonly fileName: string;
  readonly state: "reading" | "compared" | "refused";
  readonly account: string | null;
  readonly linesRead: number;
  readonly linesExpected: number;
  readonly findings: readonly { readonly line: number; readonly sentence: string }[];
  readonly by: string;
  readonly at: Temporal.Instant;
}

const COLUMNS = `r.id, r.file_name as "fileName", r.state, r.account, r.lines_read as "linesRead",
            r.lines_expected as "linesExpected", r.findings, r.by_label as by, r.at`;

/** A report; undefined where there is none. */
export function reportById(reads: Reads, id: Id<"report">): Promise<KeptReport | undefined> {
  return reads.row<KeptReport>("payments_report", `select ${COLUMNS} from payment_report r where r.id = $1`, [
    id,
  ]);
}

/** The report that this very file was, unless it was refused. */
export function reportOfFile(reads: Reads, sha256: Uint8Array): Promise<KeptReport | undefined> {
  return reads.row<KeptReport>(
    "payments_report_of_file",
    `select ${COLUMNS} from payment_report r where r.sha256 = $1 and r.state <> 'refused'`,
    [sha256],
  );
}

/** What the list shows of a report: what waits for an agent among its differences. */
export interface ListedReport extends KeptReport {
  readonly firstDay: Temporal.PlainDate | null;
  readonly lastDay: Temporal.PlainDate | null;
  readonly waiting: number;
}

/** The reports that were handed in, the last one first. */
export function lastReports(reads: Reads, count: number): Promise<ListedReport[]> {
  return reads.rows<ListedReport>(
    "payments_reports",
    `select ${COLUMNS}, days.first as "firstDay", days.last as "lastDay", waiting.count as waiting
     from (select * from payment_report order by at desc, id limit $1) r
     cross join lateral (select min(day) as first, max(day) as last
                         from payment_report_day where report_id = r.id) days
     cross join lateral (select count(*)::integer as count
                         from report_difference where report_id = r.id and settled_at is null) waiting
     order by r.at desc, r.id`,
    [count],
  );
}
