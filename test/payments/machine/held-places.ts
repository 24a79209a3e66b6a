import type { Id } from "#kernel";
import { cents } from "#kernel";

import { enrolInCentre } from "../../builders/centre.ts";
import { newId } from "../../builders/canteen.ts";
import type { Household } from "../../builders/household.ts";
import type { BasketTown } from "../basket-town.ts";

/** A booking of one of the slots of a story, as the tables have it. */
export interface Standing {
  readonly id: Id<"booking">;
  readonly slot: Id<"slot">;
  readonly householdId: Id<"household">;
  readonly state: "held" | "booked" | "cancelled";
  readonly awaits: Id<"attempt"> | null;
  readonly heldUntil: Temporal.Instant | null;
  /** The clock had released it once. */
  readonly released: boolean;
}

/** A slot of a story: its counter, and what it may hold. */
export interface Counted {
  readonly id: Id<"slot">;
  readonly taken: number;
  readonly places: number;
}

/** What became of a place that an attempt pays. */
export interface PaidPlace {
  readonly refdet: string;
  readonly cents: number;
  readonly outcome: string | null;
  readonly late: boolean;
  readonly bookings: readonly Id<"booking">[];
}

/** Everything about the places of a story at one moment. */
export interface PlacesNow {
  readonly standing: readonly Standing[];
  readonly slots: readonly Counted[];
  readonly paid: readonly PaidPlace[];
}

/** The places that the families of a story ask for: two days of one place each, and an outing that costs nothing. */
export class HeldPlaces {
  readonly #at: BasketTown;
  readonly slots: readonly Id<"slot">[];

  private constructor(at: BasketTown, slots: readonly Id<"slot">[]) {
    this.#at = at;
    this.slots = slots;
  }

  /** Slots of two days that no other story has, twenty days from now, and both families enrolled. */
  static async open(at: BasketTown, homes: readonly Household[], now: Temporal.Instant): Promise<HeldPlaces> {
    const first = now.toZonedDateTimeISO("Europe/Paris").toPlainDate().add({ days: 20 });
    const wanted = [
      { like: at.slot("Journée", 0), date: first },
      { like: at.slot("Journée", 0), date: first.add({ days: 1 }) },
      { like: at.slot("Sortie", 0), date: first },
    ];
    const slots = await at.paying.town.database.write(async (writes) => {
      for (const home of homes) await enrolInCentre(writes, at.centre, home);
      await writes.run(
        "test_machine_enrolled",
        "update enrolment set last_day = '2100-01-01' where household_id = any ($1::uuid[])",
        [homes.map(({ id }) => id)],
      );
      return writes.rows<{ id: Id<"slot"> }>(
        "test_machine_slots",
        `insert into slot (activity_id, unit_id, season_id, date, starts_at, places, from_minute, to_minute, judged_by,
                           book_until, cancel_until, deadline_facts)
         select s.activity_id, s.unit_id, s.season_id, w.date, w.date + time '08:00', s.places, s.from_minute, s.to_minute,
                s.judged_by, w.date - 1 + time '12:00', w.date - 1 + time '12:00', '{}'
         from unnest($1::uuid[], $2::date[]) with ordinality as w (like_id, date, position)
         join slot s on s.id = w.like_id
         order by w.position
         returning id`,
        [wanted.map(({ like }) => like), wanted.map(({ date }) => date.toString())],
      );
    });
    return new HeldPlaces(
      at,
      slots.map(({ id }) => id),
    );
  }

  ask = (home: Household, slot: number, now: Temporal.Instant) => this.#send("book", home, slot, now);
  giveBack = (home: Household, slot: number, now: Temporal.Instant) => this.#send("cancel", home, slot, now);

  #send(act: "book" | "cancel", home: Household, slot: number, now: Temporal.Instant): Promise<string> {
    const id = this.slots[slot];
    if (id === undefined) throw new Error(`No slot ${slot}`);
    return this.#at.send(home, act, id, now);
  }

  /** Pays all that the page of the basket would show; nothing where it is empty. */
  async pay(home: Household, now: Temporal.Instant) {
    const [basket] = await this.#at.baskets(home, now);
    if (basket === undefined || basket.payable.length === 0) return undefined;
    const order = {
      ...basket.payer,
      id: newId<"attempt">(),
      bookings: basket.payable.flatMap(({ bookingIds }) => bookingIds),
      shown: cents(basket.total),
      email: "essai@exemple.fr",
    };
    return { basket, sent: await this.#at.pay(home, order, now) };
  }

  clock = (now: Temporal.Instant) => this.#at.expire(now);

  now(): Promise<PlacesNow> {
    return this.#at.paying.town.database.read(async (reads) => ({
      standing: await reads.rows<Standing>(
        "test_machine_standing",
        `select b.id, b.slot_id as slot, b.household_id as "householdId", b.state, b.awaits, b.held_until as "heldUntil",
                exists (select from booking_history h where h.booking_id = b.id and h.act = 'released') as released
         from booking b where b.slot_id = any ($1::uuid[]) order by b.booked_at, b.id`,
        [this.slots],
      ),
      slots: await reads.rows<Counted>(
        "test_machine_counted",
        "select id, taken, places from slot where id = any ($1::uuid[])",
        [this.slots],
      ),
      paid: await reads.rows<PaidPlace>(
        "test_machine_paid_places",
        `select a.refdet, l.amount_cents as cents, l.outcome, l.booked_late as late, l.booking_ids as bookings
         from attempt_place l join payment_attempt a on a.id = l.attempt_id
         where l.booking_ids && array(select b.id from booking b where b.slot_id = any ($1::uuid[]))
         order by a.refdet, l.position`,
        [this.slots],
      ),
    }));
  }
}
