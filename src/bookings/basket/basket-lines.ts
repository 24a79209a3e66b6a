import { cents, type Cents, type Id } from "#kernel";
import type { FamilyReach } from "#identity";
import type { Reads } from "#platform";
import type { Estimate } from "#pricing";

import { estimatesFor } from "../estimates/estimate-places.ts";
import { lineWords } from "../rules/line-words.ts";
import { told, wholeWords, type WholeFacts } from "../rules/whole-lines.ts";

/** Held places that stand or fall together (a day, a package), as the basket tells them. */
export interface BasketLine {
  readonly bookingIds: readonly Id<"booking">[];
  readonly householdId: Id<"household">;
  /** Who pays for them. */
  readonly guardianId: Id<"guardian">;
  readonly participantId: Id<"participant">;
  /** « Lina, journée du mercredi 2 décembre » */
  readonly label: string;
  readonly activityName: string;
  /** Until when they are kept. */
  readonly heldUntil: Temporal.Instant;
  /** The payment that they await; null while none is under way. */
  readonly awaits: Id<"attempt"> | null;
  /** What is paid to have them; null where nobody can tell it before they are billed. */
  readonly cents: Cents | null;
  /** « Pourquoi ce prix ? » */
  readonly why: readonly string[];
}

interface HeldRow extends WholeFacts {
  bookingId: Id<"booking">;
  householdId: Id<"household">;
  guardianId: Id<"guardian">;
  activityName: string;
  minutes: number;
  heldUntil: Temporal.Instant;
  awaits: Id<"attempt"> | null;
}

/**
 * The basket of these households: places that are kept until they are paid, with who pays them, their price and until
 * when they are kept. A place whose time is over is not there, but for one whose payment is under way.
 */
export async function basketLines(
  reads: Reads,
  reach: Pick<FamilyReach, "householdIds" | "withheldIds">,
  now: Temporal.Instant,
): Promise<readonly BasketLine[]> {
  const held = await heldPlaces(reads, reach, now);
  if (held.length === 0) return [];
  const estimate = await estimatesFor(reads, [...new Set(held.map(({ householdId }) => householdId))]);
  const alike = told(held, ({ householdId, guardianId, awaits }) => `${householdId} ${guardianId} ${awaits}`);
  return alike.map((whole): BasketLine => {
    const [first] = whole;
    const each: Estimate = estimate?.({ ...first, days: whole.length }) ?? { kind: "hole", code: "noTariff" };
    const { householdId, guardianId, participantId, activityName, awaits } = first;
    const [heldUntil = first.heldUntil] = whole
      .map((place) => place.heldUntil)
      .toSorted(Temporal.Instant.compare);
    return {
      bookingIds: whole.map(({ bookingId }) => bookingId),
      ...{ householdId, guardianId, participantId, activityName, heldUntil, awaits },
      label: whole.length === 1 ? lineWords(first) : `${first.firstName}, ${wholeWords(whole)}`,
      cents: askedFor(each, first.unitRules.bookedBy, whole.length),
      why: each.kind === "estimate" && !each.tellsIncome ? each.why : [],
    };
  });
}

/**
 * @rule Ce qui est payé pour une place gardée
 *
 * Une place que la collectivité fait payer d’avance est payée au prix connu aujourd’hui : celui du jour, ou du forfait
 * entier ; là où il se paie en plusieurs fois, la première seulement. Un prix au mois, ou que personne ne peut dire avant
 * la facture, n’est pas demandé ici : la famille appelle l’accueil. Ce qui est gratuit est réservé sans rien payer.
 *
 * Exemple : Lina, journée du mercredi 2 décembre 2026 à 12,40 €, et une sortie gratuite : 12,40 € réservent les deux.
 *
 * In: the price, and of how many days. Null: it cannot be paid before it is billed.
 */
function askedFor(each: Estimate, bookedBy: "slot" | "week" | "season", days: number): Cents | null {
  if (each.kind === "hole" || each.every === "month") return null;
  if (each.every === "slot") return cents(each.cents * days);
  // A price for a season is not that of one of its days.
  if (bookedBy === "slot") return each.cents === 0 ? each.cents : null;
  return each.instalments?.[0] ?? each.cents;
}

function heldPlaces(
  reads: Reads,
  { householdIds, withheldIds }: Pick<FamilyReach, "householdIds" | "withheldIds">,
  now: Temporal.Instant,
): Promise<HeldRow[]> {
  return reads.rows<HeldRow>(
    "basket_places",
    `select b.id as "bookingId", b.household_id as "householdId",
            coalesce(period.guardian_id, e.payer_guardian_id) as "guardianId", b.participant_id as "participantId",
            p.first_name as "firstName", u.unit_name as "unitName", u.unit_code as "unitCode",
            s.activity_id as "activityId", u.activity_name as "activityName", season.name as "seasonName", s.date,
            b.companions, b.held_until as "heldUntil", b.awaits,
            coalesce(b.to_minute, s.to_minute) - coalesce(b.from_minute, s.from_minute) as minutes,
            case when b.from_minute is not null and b.to_minute is not null
                 then jsonb_build_object('from', b.from_minute, 'to', b.to_minute) end as hours,
            jsonb_build_object('bookedBy', u.booked_by) as "unitRules"
     from booking b
     join slot s on s.id = b.slot_id
     join enrolment e on e.id = b.enrolment_id
     join activities_unit_card u on u.unit_id = s.unit_id
     join activities_season season on season.season_id = s.season_id
     join families_participant_card p on p.participant_id = b.participant_id and p.household_id = b.household_id
     left join payer_period period
       on period.participant_id = b.participant_id and period.household_id = b.household_id
       and period.activity_id = s.activity_id and period.first_day <= s.date
       and (period.last_day is null or period.last_day >= s.date)
     where b.household_id = any ($1::uuid[]) and b.participant_id <> all ($2::uuid[]) and b.state = 'held'
       and (b.held_until >= $3 or b.awaits is not null)
     order by s.date, p.first_name, u.unit_name, b.id`,
    [householdIds, withheldIds, now.toString()],
  );
}
