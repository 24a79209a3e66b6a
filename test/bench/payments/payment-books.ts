import { useEmbeddedPostgres } from "#platform";

import { withClient } from "../server.ts";
import { totalOf, type PayingTown } from "./paying-town.ts";

/** What the ledger says beside what the service says, once nothing is under way any more. */
export interface PaymentBooks {
  /** References of what was paid there and is not, whole, in the ledger. */
  readonly lost: readonly string[];
  /** References of what is in the ledger twice, or was never paid. */
  readonly doubled: readonly string[];
  /** By how much the accounts differ from what was issued less what was paid, account by account. */
  readonly differenceCents: number;
  readonly attempts: number;
  readonly paid: number;
  readonly paidCents: number;
  readonly states: Readonly<Record<string, number>>;
  /** Attempts that nobody can say anything about still, and documents that they hold. */
  readonly held: number;
  /** Answers that differ from what was asked: the simulator gives none. */
  readonly anomalies: number;
  /** Look-ups by what caused them. */
  readonly lookUps: Readonly<Record<string, number>>;
}

interface AttemptRow {
  readonly refdet: string;
  readonly household: string;
  readonly payments: number;
  readonly entries: number;
  readonly cents: number;
  readonly posted: number;
}

const ATTEMPTS = `
  select a.refdet, a.household_id as household,
         (select count(*) from payment p where p.attempt_id = a.id)::int as payments,
         (select coalesce(sum(amount_cents), 0) from payment p where p.attempt_id = a.id)::int as cents,
         (select count(*) from ledger_entry e where e.kind = 'payment' and e.source_id = a.id)::int as entries,
         (select coalesce(-sum(amount_cents), 0) from ledger_entry e
          where e.kind = 'payment' and e.source_id = a.id)::int as posted
  from payment_attempt a`;

const BALANCES = `
  select h.number::int as household, h.id::text,
         (select coalesce(sum(amount_cents), 0) from ledger_entry e where e.household_id = h.id)::int as balance
  from (select id, substring(label from '[0-9]+')::int as number from household) h`;

const COUNTS = `
  select (select count(*) from attempt_debt where live)::int as held,
         (select count(*) from payment_anomaly)::int as anomalies,
         (select count(*) from ledger_entry e where kind = 'payment'
            and not exists (select from payment p where p.id = e.source_id))::int as orphans,
         (select jsonb_object_agg(state, n) from (select state, count(*) n from payment_attempt group by 1) s) as states,
         (select jsonb_object_agg(cause, n) from (select cause, count(*) n from look_up_entry group by 1) l) as looks`;

/** Compares every attempt and every account with the service's own report. */
export async function paymentBooks(
  dataDir: string,
  town: PayingTown,
  said: ReadonlyMap<string, number>,
): Promise<PaymentBooks> {
  return withTown(dataDir, town, async (client) => {
    const { rows: attempts } = await client.query<AttemptRow>(ATTEMPTS);
    const { rows: balances } = await client.query<{ household: number; id: string; balance: number }>(
      BALANCES,
    );
    const { rows: counts } = await client.query<{
      held: number;
      anomalies: number;
      orphans: number;
      states: Record<string, number>;
      looks: Record<string, number>;
    }>(COUNTS);
    const known = new Map(attempts.map((row) => [row.refdet, row]));
    const paidBy = new Map<string, number>();
    for (const [refdet, cents] of said) {
      const household = known.get(refdet)?.household ?? "unknown";
      paidBy.set(household, (paidBy.get(household) ?? 0) + cents);
    }
    const issued = (household: number) =>
      Array.from({ length: town.months }, (_, index) => totalOf(household, index + 1)).reduce(
        (sum, total) => sum + total,
        0,
      );
    const [counted] = counts;
    if (counted === undefined) throw new Error("Nothing was counted");
    const { held, anomalies, orphans, states, looks } = counted;
    return {
      lost: [...said].flatMap(([refdet, cents]) => {
        const row = known.get(refdet);
        const whole = row !== undefined && row.cents >= cents && row.posted >= cents;
        return whole ? [] : [refdet];
      }),
      doubled: [
        ...attempts.flatMap(({ refdet, payments, entries }) => {
          const most = said.has(refdet) ? 1 : 0;
          return payments > most || entries > most ? [refdet] : [];
        }),
        ...Array.from({ length: orphans }, () => "no payment"),
      ],
      differenceCents: balances.reduce(
        (sum, { household, id, balance }) =>
          sum + Math.abs(balance - issued(household) + (paidBy.get(id) ?? 0)),
        paidBy.get("unknown") ?? 0,
      ),
      attempts: attempts.length,
      paid: said.size,
      paidCents: [...said.values()].reduce((sum, cents) => sum + cents, 0),
      states,
      held,
      anomalies,
      lookUps: looks,
    };
  });
}

/** What is still to come: attempts that were due at `until`, and jobs of the queue. */
export function underWay(dataDir: string, town: PayingTown, until: Temporal.Instant) {
  return withTown(dataDir, town, async (client) => {
    const { rows } = await client.query<{ due: number; jobs: number; which: string }>(
      `select (select count(*) from payment_attempt where next_look_up <= $1)::int as due,
              (select count(*) from graphile_worker._private_jobs)::int as jobs,
              (select coalesce(string_agg(concat_ws(' ', j.payload, 'attempts', j.attempts, 'at', j.run_at,
                                                    'locked', j.locked_at, j.last_error), E'\n'), '')
               from (select * from graphile_worker._private_jobs limit 5) j) as which`,
      [until.toString()],
    );
    return rows[0] ?? { due: Infinity, jobs: Infinity, which: "" };
  });
}

async function withTown<T>(
  dataDir: string,
  { schema }: PayingTown,
  work: Parameters<typeof withClient<T>>[1],
): Promise<T> {
  const server = await useEmbeddedPostgres({ dataDir });
  if (!server.ok) throw new Error(server.refusal.sentence);
  try {
    return await withClient(server.value.connectionString, async (client) => {
      await client.query(`set search_path to "${schema}"`);
      return work(client);
    });
  } finally {
    await server.value.release();
  }
}
