import { activityOffer } from "#activities";
import { submitBookings } from "#bookings";
import type { Id } from "#kernel";
import { writePriceSections } from "#pricing";

import { lookUp } from "../../src/payments/attempts/look-up.ts";
import { payBasket, type BasketOrder } from "../../src/payments/basket/pay-basket.ts";
import { familyBaskets } from "../../src/payments/basket/payer-basket.ts";
import { guardianOf } from "../builders/actors.ts";
import { newId } from "../builders/canteen.ts";
import { CENTRE_WEEK, lineOf } from "../builders/centre-town.ts";
import { buildCentre, enrolInCentre } from "../builders/centre.ts";
import type { Household } from "../builders/household.ts";
import { visitTo } from "../builders/visit.tsx";
import { payingTown } from "./paying-town.ts";

/** For how long a place of the basket is kept. */
export const HOLD_MINUTES = 10;

const DAYS = [...CENTRE_WEEK, "2026-11-23", "2026-11-24", "2026-11-25"];

/** A town that takes payments on line, with a centre of one place a day that is paid first: 12,40 €, and a free outing. */
export async function basketTown() {
  const paying = await payingTown();
  const { town, gateway, home, other } = paying;
  const { database, authority } = town;
  const centre = await database.write(async (writes) => {
    const built = await buildCentre(writes, {
      units: [
        { name: "Journée", places: 1 },
        { name: "Sortie", places: 5 },
        { name: "Atelier", places: 5 },
      ],
      dates: DAYS,
      judgedBy: "slot",
      holdMinutes: HOLD_MINUTES,
    });
    await enrolInCentre(writes, built, home);
    await enrolInCentre(writes, built, other);
    const offer = await activityOffer(writes, [built.activityId]);
    const activities = offer.map(({ activityCode }) => activityCode);
    const units = offer.flatMap((one) => one.units.map(({ name, code }) => [name, code] as const));
    const code = (name: string) => units.filter(([known]) => known === name).map(([, own]) => own);
    await writePriceSections(
      writes,
      {
        prices: [
          { activities, units: code("Journée"), name: "Journée", price: "12.40" },
          { activities, units: code("Sortie"), name: "Sortie", price: "0.00" },
        ],
      },
      {
        offer,
        from: Temporal.PlainDate.from("2026-09-01"),
        by: "Préau",
        now: Temporal.Instant.from("2026-11-02T08:00:00Z"),
      },
    );
    return built;
  });
  const as = (who: Household, now: Temporal.Instant) => ({
    ...visitTo(town, { now }),
    actor: guardianOf(who),
  });
  const baskets = (who: Household, now: Temporal.Instant) =>
    database.read((reads) => familyBaskets(reads, as(who, now)));
  return {
    paying,
    centre,
    as,
    baskets,
    slot: (unit: string, day: number) => centre.slotOf(unit, DAYS[day] ?? ""),
    /** What a family asks of a slot. */
    async send(who: Household, act: "book" | "cancel", slot: Id<"slot">, now: Temporal.Instant) {
      const form = { key: newId<"submission">(), lines: [lineOf(act, who, slot)] };
      const done = await submitBookings({ actor: guardianOf(who), authority, database, now }, form);
      return done.ok ? done.value.lines.map(({ outcome }) => outcome).join() : done.refusal.code;
    },
    /** The form that the page of the basket would send. */
    async order(who: Household, now: Temporal.Instant): Promise<BasketOrder> {
      const [basket] = await baskets(who, now);
      if (basket === undefined) throw new Error("An empty basket");
      return {
        ...basket.payer,
        id: newId<"attempt">(),
        bookings: basket.payable.flatMap(({ bookingIds }) => bookingIds),
        shown: basket.total,
        email: "claire@exemple.fr",
      };
    },
    pay: (who: Household, order: BasketOrder, now: Temporal.Instant) =>
      payBasket(as(who, now), order, () => gateway),
    look: (attempt: Id<"attempt">, now: Temporal.Instant) =>
      lookUp({ database, authority, now }, () => gateway, { attempt, cause: "poll" }),
    expire: (now: Temporal.Instant) =>
      database.write((writes) =>
        writes.rows("test_expire", "select expire_places($1, $2) as ended", [authority.id, now.toString()]),
      ),
    /** « booked », « held », « cancelled » of the slot, in the order in which they were asked. */
    async states(slot: Id<"slot">) {
      const rows = await database.read((reads) =>
        reads.rows<{ state: string }>(
          "test_basket_states",
          "select state from booking where slot_id = $1 order by booked_at",
          [slot],
        ),
      );
      return rows.map(({ state }) => state);
    },
    /** In cents; less than 0: in the payer's favour. */
    async balance(who: Household) {
      const row = await database.read((reads) =>
        reads.row<{ cents: number }>(
          "test_basket_balance",
          "select coalesce(sum(amount_cents), 0)::integer as cents from ledger_entry where household_id = $1",
          [who.id],
        ),
      );
      return row?.cents;
    },
  };
}

/** A town with a basket. */
export type BasketTown = Awaited<ReturnType<typeof basketTown>>;
