import { chargeFacts, type EstimatePerson } from "#bookings";
import type { Id } from "#kernel";
import type { Reads } from "#platform";
import { priceOf, writeChargeCase, type KnownFee } from "#pricing";

import type { MonthFacts } from "./month-facts.ts";
import { isInMonth, yearStart } from "./month-span.ts";
import { owedOfPrice } from "./owed-of-price.ts";

/** A card or a file that is due, from which enrolment. */
interface DueFee {
  readonly fee: KnownFee;
  readonly person: EstimatePerson;
  readonly activityId: Id<"activity">;
  readonly day: Temporal.PlainDate;
  readonly sourceKey: string;
}

/**
 * @rule Les cartes et les dossiers : quand ils sont dus
 *
 * Une carte est due dans le mois du premier jour d'inscription à un de ses services : une fois pour toutes, une fois par
 * année scolaire (à partir du 1er septembre), une fois par saison, ou chaque mois d'inscription ; par enfant, ou une fois
 * pour le foyer.
 *
 * Exemple : carte annuelle par famille. Lina est inscrite à partir du 7 septembre 2026, Hugo à partir du 2 novembre : une
 * seule carte, due en septembre.
 */
export async function feesOwed(
  reads: Reads,
  facts: MonthFacts,
): Promise<readonly ReturnType<typeof owedOfPrice>[]> {
  const due = dueFees(facts);
  if (due.length === 0) return [];
  const payers = await payersOf(reads, due);
  return due.flatMap(({ fee, person, activityId, day, sourceKey }, index) => {
    const guardianId = payers[index]?.guardianId;
    if (guardianId === undefined || guardianId === null) return [];
    const { householdId, participantId } = person;
    const known = chargeFacts(
      facts,
      { householdId, participantId, activityId, unitCode: "", date: day, minutes: 0, days: 1 },
      new Set([activityId]),
    );
    const { entry, tariff } = fee;
    return [
      owedOfPrice(
        {
          payer: { householdId, guardianId },
          participant:
            entry.per === "family" ? null : { id: participantId, name: payers[index]?.firstName ?? "" },
          activity: { id: activityId, name: entry.name },
          unit: null,
          day,
          sourceKey,
          priced: known === undefined ? {} : writeChargeCase({ fee: entry.code }, known),
          attended: null,
          kind: "fee",
        },
        known === undefined
          ? { kind: "hole", code: "missingFact", fact: "audience" }
          : priceOf(known, tariff),
      ),
    ];
  });
}

function dueFees({ people, span, tariffs, units }: MonthFacts): readonly DueFee[] {
  if (tariffs === null || tariffs.feeActivities.length === 0) return [];
  const found = new Map<string, DueFee>();
  for (const person of [...people.values()].flat()) {
    for (const { activityId, seasonId, firstDay, lastDay } of person.enrolments) {
      const code = units.activityCode(activityId);
      if (code === undefined || lastDay < firstDay) continue;
      for (const fee of tariffs.feesOn(span.last)) {
        const { entry } = fee;
        if (!entry.activities.includes(code)) continue;
        const [from, period] = periodOf(entry.every, seasonId, span);
        const day = Temporal.PlainDate.from(from !== null && firstDay < from ? from : firstDay);
        if (day.toString() > lastDay) continue;
        const whose =
          entry.per === "family" ? person.householdId : `${person.householdId}:${person.participantId}`;
        const sourceKey = `fee:${entry.code}:${whose}:${period}`;
        const before = found.get(sourceKey);
        if (before === undefined || Temporal.PlainDate.compare(day, before.day) < 0)
          found.set(sourceKey, { fee, person, activityId, day, sourceKey });
      }
    }
  }
  // Due in the month of its first day: an earlier one was billed then.
  return [...found.values()].filter(({ day }) => isInMonth(span, day));
}

/** From which day enrolments count for the period that the month is in, and how the period is named. */
function periodOf(
  every: KnownFee["entry"]["every"],
  season: Id<"season">,
  { first, month }: MonthFacts["span"],
): readonly [string | null, string] {
  if (every === "once") return [null, "once"];
  if (every === "season") return [null, season];
  if (every === "month") return [first.toString(), month.toString()];
  const start = yearStart(first);
  return [start.toString(), String(start.year)];
}

function payersOf(
  reads: Reads,
  due: readonly DueFee[],
): Promise<{ guardianId: Id<"guardian"> | null; firstName: string }[]> {
  return reads.rows(
    "billing_fee_payers",
    `select bookings_presence_payer(f.household_id, f.participant_id, f.activity_id, f.day) as "guardianId",
            coalesce(p.first_name, '') as "firstName"
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[]) with ordinality
       as f (household_id, participant_id, activity_id, day, position)
     left join families_participant_card p
       on p.participant_id = f.participant_id and p.household_id = f.household_id
     order by f.position`,
    [
      due.map(({ person }) => person.householdId),
      due.map(({ person }) => person.participantId),
      due.map(({ activityId }) => activityId),
      due.map(({ day }) => day.toString()),
    ],
  );
}
