import type { SignedInVisit } from "#identity";
import { ok, refuse, type Cents, type Id, type Result } from "#kernel";
import { writeUnlessRefused } from "#platform";

import type { OwedCharges } from "../owed/owed-charges.ts";
import { lockRun } from "./run.ts";
import { giveUp, noteRun, type SettleRefusal } from "./settle-run.ts";
import { begin, type StartRefusal } from "./start-run.ts";

/** A price for each day of some lines of a draft. */
export interface PricesGiven {
  /** The form's own key, and the id of the draft that it makes: sent twice, it counts once. */
  readonly id: Id<"run">;
  readonly run: Id<"run">;
  /** The lines, by one of their days: all the days of the same cause go with it, as the page shows them. */
  readonly oddities: readonly Id<"oddity">[];
  readonly cents: Cents;
  /** What the family reads. */
  readonly reason: string;
}

/** Why no price was given. */
export type GivingRefusal =
  | SettleRefusal
  | StartRefusal
  /** None of the lines is in this draft any more. */
  | { readonly code: "gone" };

/**
 * Gives a price to lines that the tariff has none for, or another than an agent gave before, and begins the draft anew with
 * it: one transaction, of which nothing stays where the draft cannot be begun anew. Refuses a run that is no draft.
 */
export async function givePrices(
  visit: SignedInVisit,
  owed: OwedCharges,
  { id, run, oddities, cents, reason }: PricesGiven,
): Promise<Result<Id<"run">, GivingRefusal>> {
  return writeUnlessRefused<Id<"run">, GivingRefusal>(visit.database, async (writes) => {
    const before = await lockRun(writes, run);
    if (before === undefined) return refuse({ code: "unknown" });
    const sent = await writes.row<{ id: string }>(
      "billing_price_form",
      "select id from given_price where form_id = $1 limit 1",
      [id],
    );
    if (sent !== undefined) return ok(id);
    if (before.state !== "draft") return refuse({ code: "over", state: before.state });
    const given = await writes.run(
      "billing_give_prices",
      `insert into given_price (form_id, household_id, source_key, hole, amount_cents, reason, by_label, at)
       select distinct $2::uuid, o.household_id, o.source_key, o.facts -> 'hole', $4::integer, $5, $6, $7::timestamptz
       from billing_oddity o
       where o.run_id = $1 and o.kind in ('unpriced', 'given')
         and exists (select from billing_oddity chosen
                     where chosen.run_id = o.run_id and chosen.id = any ($3::uuid[]) and chosen.kind = o.kind
                       and chosen.household_id = o.household_id
                       and chosen.guardian_id is not distinct from o.guardian_id
                       and chosen.facts - 'day' = o.facts - 'day')`,
      [run, id, oddities, cents, reason, visit.actor.name, visit.now.toString()],
    );
    if (given === 0) return refuse({ code: "gone" });
    await noteRun(writes, visit, { run: before, act: "billing.price-given", reason });
    await giveUp(writes, visit, before);
    return begin(writes, visit, owed, { id, month: before.month, instead: run });
  });
}
