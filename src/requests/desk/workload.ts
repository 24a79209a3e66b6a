import { parisInstant, type Id } from "#kernel";
import type { Reads } from "#platform";

/** Open requests of an agent, or of a kind, and how many of them are late. */
export interface OpenCount {
  /** An agent's account or a kind; null for nobody's. */
  readonly id: string | null;
  readonly label: string;
  readonly open: number;
  readonly late: number;
}

/** Open requests that were received so many days ago, from `days` to the next line's. */
export interface AgeCount {
  readonly days: number;
  readonly open: number;
}

/** Requests that were accepted or refused in a month, and how many by the day that the family was told. */
export interface MonthAnswered {
  readonly month: Temporal.PlainYearMonth;
  readonly answered: number;
  readonly inTime: number;
}

/** What lies on the desk, and how fast it leaves. */
export interface Workload {
  readonly byAgent: readonly OpenCount[];
  readonly byKind: readonly OpenCount[];
  readonly byAge: readonly AgeCount[];
  readonly months: readonly MonthAnswered[];
}

/** Where each line of the ages begins, in days. */
const AGES = [0, 8, 16, 31, 61] as const;
/** How many months are looked back at, this one included. */
const MONTHS = 12;

const OPEN = `r.state in ('submitted', 'under_review', 'more_needed')`;
const LATE = `count(*) filter (where r.due_on < $2 and r.state <> 'more_needed')::integer as late`;

/** The workload of these kinds on a day. */
export async function workloadOf(
  reads: Reads,
  kindIds: readonly Id<"request-kind">[],
  today: Temporal.PlainDate,
): Promise<Workload> {
  const since = today.toPlainYearMonth().subtract({ months: MONTHS - 1 });
  const [byAgent, byKind, ages, answered] = await Promise.all([
    reads.rows<OpenCount>(
      "requests_load_by_agent",
      `select r.taken_by_id as id, coalesce(max(r.taken_by_label), '') as label, count(*)::integer as open, ${LATE}
       from request r where ${OPEN} and r.kind_id = any ($1::uuid[])
       group by r.taken_by_id order by open desc, label`,
      [kindIds, today.toString()],
    ),
    reads.rows<OpenCount>(
      "requests_load_by_kind",
      `select r.kind_id as id, k.label, count(*)::integer as open, ${LATE}
       from request r join request_kind k on k.id = r.kind_id
       where ${OPEN} and r.kind_id = any ($1::uuid[])
       group by r.kind_id, k.label order by open desc, k.label`,
      [kindIds, today.toString()],
    ),
    reads.rows<{ line: number; open: number }>(
      "requests_load_by_age",
      `select width_bucket($2::date - (s.at at time zone 'Europe/Paris')::date, $3::integer[]) as line,
              count(*)::integer as open
       from request r join request_submission s on s.request_id = r.id and s.number = 1
       where ${OPEN} and r.kind_id = any ($1::uuid[])
       group by line`,
      [kindIds, today.toString(), AGES],
    ),
    reads.rows<{ month: string; answered: number; inTime: number }>(
      "requests_load_by_month",
      `select to_char(r.moved_at at time zone 'Europe/Paris', 'YYYY-MM') as month, count(*)::integer as answered,
              count(*) filter (
                where (r.moved_at at time zone 'Europe/Paris')::date <= r.expected_on)::integer as "inTime"
       from request r
       where r.state in ('accepted', 'refused', 'withdrawn') and r.expected_on is not null
         and r.state <> 'withdrawn' and r.kind_id = any ($1::uuid[]) and r.moved_at >= $2
       group by month`,
      [kindIds, parisInstant(since.toPlainDate({ day: 1 }), new Temporal.PlainTime()).toString()],
    ),
  ]);
  return {
    byAgent,
    byKind,
    byAge: AGES.map((days, index) => ({
      days,
      open: ages.find(({ line }) => line === index + 1)?.open ?? 0,
    })),
    months: Array.from({ length: MONTHS }, (_, index) => {
      const month = since.add({ months: index });
      const found = answered.find((one) => one.month === month.toString());
      return { month, answered: found?.answered ?? 0, inTime: found?.inTime ?? 0 };
    }),
  };
}
