import type { Id } from "#kernel";

import { openAttempt, type PayOrder } from "../../../src/payments/attempts/open-attempt.ts";
import { openInvoices } from "../../../src/billing/account/standing.ts";
import { agentWith, guardianOf } from "../../builders/actors.ts";
import { newId } from "../../builders/canteen.ts";
import { buildHousehold, type Household } from "../../builders/household.ts";
import { visitTo } from "../../builders/visit.tsx";
import type { BasketTown } from "../basket-town.ts";
import type { PayingTown } from "../paying-town.ts";
import { HeldPlaces } from "./held-places.ts";

/** Of whom an account is, and who pays it. */
export interface Account {
  readonly householdId: Id<"household">;
  readonly guardianId: Id<"guardian">;
  readonly home: Household;
}

/** What the tables say of an attempt. */
export interface WrittenAttempt {
  readonly id: Id<"attempt">;
  readonly refdet: string;
  readonly state: string;
  readonly payments: number;
  readonly entries: number;
  readonly cents: number;
  readonly posted: number;
  readonly live: number;
  /** Places that await it. */
  readonly awaiting: number;
  readonly anomaly: Id<"anomaly"> | null;
}

/** The program as a story drives it: two families, three payers, whose accounts nobody else touches. */
export class PaidAccounts {
  readonly paying: PayingTown;
  readonly places: HeldPlaces;
  readonly accounts: readonly Account[];
  readonly first: number;
  now: Temporal.Instant;

  private constructor(
    { paying, places }: { paying: PayingTown; places: HeldPlaces },
    accounts: readonly Account[],
    now: Temporal.Instant,
  ) {
    this.paying = paying;
    this.places = places;
    this.accounts = accounts;
    this.now = now;
    this.first = paying.gateway.opened.length;
  }

  static async open(at: BasketTown, now: Temporal.Instant): Promise<PaidAccounts> {
    const { paying } = at;
    const homes = await paying.town.database.write(async (writes) => [
      await buildHousehold(writes, { guardians: ["Claire", "Marc"], children: ["Lina"] }),
      await buildHousehold(writes, { lastName: "Bernard", guardians: ["Odile"], children: ["Zoé"] }),
    ]);
    const accounts = homes.flatMap((home) =>
      home.guardians.map(({ id }) => ({ householdId: home.id, guardianId: id, home })),
    );
    return new PaidAccounts({ paying, places: await HeldPlaces.open(at, homes, now) }, accounts, now);
  }

  context = () => ({
    database: this.paying.town.database,
    authority: this.paying.town.authority,
    now: this.now,
  });
  gateway = () => this.paying.gateway;
  agent = () => ({
    ...visitTo(this.paying.town, { now: this.now }),
    actor: agentWith(["payments.write"]),
  });
  /** What the service was asked to open in this story, in order. */
  opened = () => this.paying.gateway.opened.slice(this.first);

  /** An invoice that this payer owes from now on. */
  async bill({ householdId, guardianId }: Account, cents: number): Promise<void> {
    await this.paying.town.database.write((writes) =>
      writes.run(
        "test_machine_bill",
        `with run as (
           insert into billing_run (id, month, state, account_id, by_label, started_at, payers_expected, ended_at, ended_by)
           select gen_random_uuid(), date '1800-01-01' + make_interval(months => (select count(*) from billing_run)::int),
                  'issued', gen_random_uuid(), 'Essai', $4, 1, $4, 'Essai'
           returning id, month
         ), made as (
           insert into invoice (id, run_id, series, year, number, kind, household_id, guardian_id, month, issued_on, due_on,
                                total_cents, payer_name, address_line, postcode, commune)
           select gen_random_uuid(), id, 'E', 2026, nextval('payment_attempt_number'), 'invoice', $1, $2, month,
                  $4::timestamptz::date, $4::timestamptz::date + 30, $3, 'Essai', '1 rue', '80120', 'Rue'
           from run returning *
         )
         insert into ledger_entry (household_id, guardian_id, kind, amount_cents, day, invoice_id, at)
         select household_id, guardian_id, kind, total_cents, issued_on, id, $4 from made`,
        [householdId, guardianId, cents, this.now.toString()],
      ),
    );
  }

  owed = (account: Account) => this.paying.town.database.read((reads) => openInvoices(reads, account));

  /** The form that the confirm page would send for these documents. */
  send({ home, householdId, guardianId }: Account, chosen: PayOrder["chosen"], part: PayOrder["part"]) {
    const visit = { ...visitTo(this.paying.town, { now: this.now }), actor: guardianOf(home) };
    const order = {
      id: newId<"attempt">(),
      householdId,
      guardianId,
      chosen,
      part,
      email: "essai@exemple.fr",
    };
    return openAttempt(visit, order, this.gateway);
  }

  /** By account, in the order of `accounts`: the sum of its entries. */
  async balances(): Promise<readonly number[]> {
    const rows = await this.paying.town.database.read((reads) =>
      reads.rows<{ guardianId: string; balance: number }>(
        "test_machine_balances",
        `select guardian_id as "guardianId", sum(amount_cents)::integer as balance
         from ledger_entry where household_id = any ($1::uuid[]) group by guardian_id`,
        [this.accounts.map(({ householdId }) => householdId)],
      ),
    );
    const found = new Map(rows.map(({ guardianId, balance }) => [guardianId, balance]));
    return this.accounts.map(({ guardianId }) => found.get(guardianId) ?? 0);
  }

  /** By reference: what is written of the attempts of these accounts. */
  async attempts(): Promise<ReadonlyMap<string, WrittenAttempt>> {
    const rows = await this.paying.town.database.read((reads) =>
      reads.rows<WrittenAttempt>(
        "test_machine_attempts",
        `select a.id, a.refdet, a.state,
                (select count(*) from payment p where p.attempt_id = a.id) as payments,
                (select coalesce(sum(amount_cents), 0)::integer from payment p where p.attempt_id = a.id) as cents,
                (select count(*) from ledger_entry e where e.kind = 'payment' and e.source_id = a.id) as entries,
                (select coalesce(-sum(amount_cents), 0)::integer from ledger_entry e
                 where e.kind = 'payment' and e.source_id = a.id) as posted,
                (select count(*) from attempt_debt d where d.attempt_id = a.id and d.live) as live,
                (select count(*) from booking b where b.awaits = a.id) as awaiting,
                (select x.id from payment_anomaly x where x.attempt_id = a.id) as anomaly
         from payment_attempt a where a.household_id = any ($1::uuid[])`,
        [this.accounts.map(({ householdId }) => householdId)],
      ),
    );
    return new Map(rows.map((row) => [row.refdet, row]));
  }
}
