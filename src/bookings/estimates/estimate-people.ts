import type { Id } from "#kernel";
import type { Reads } from "#platform";
import { chargeIncomes, type IncomeOnDay } from "#pricing";

import type { EstimateContract } from "./paid-by-contract.ts";

/** Somebody of a household, with what a price may hang on. */
export interface EstimatePerson {
  readonly householdId: Id<"household">;
  readonly participantId: Id<"participant">;
  readonly kind: "child" | "adult";
  readonly birthDate: Temporal.PlainDate | null;
  /** Null while the authority has not named its communes. */
  readonly resident: boolean | null;
  /** A meal may be brought under a PAI until this day; null: no PAI, or without an end. */
  readonly paiUntil: Temporal.PlainDate | null;
  readonly hasPai: boolean;
  readonly schoolings: readonly { readonly schoolYear: string; readonly level: string }[];
  readonly enrolments: readonly {
    readonly activityId: Id<"activity">;
    readonly seasonId: Id<"season">;
    /** Days as ISO texts, which compare as their days do. */
    readonly firstDay: string;
    readonly lastDay: string;
    readonly regular: boolean;
    /** The contracts of a nursery that pay its days. */
    readonly contracts?: readonly EstimateContract[];
    /** What an agent agreed with the family, in the order of its days; a child without any: nothing was. */
    readonly agreed: readonly {
      readonly firstDay: string;
      readonly ownMeal: boolean;
      readonly category: string | null;
    }[];
  }[];
}

/** The people of some households, by household, the eldest first. */
export type PeopleOfHouseholds = ReadonlyMap<Id<"household">, readonly EstimatePerson[]>;

/** The people and the incomes of some households, and the stamp of the tariffs at the same moment. */
export interface EstimateFacts {
  readonly people: PeopleOfHouseholds;
  readonly incomeOn: IncomeOnDay;
  /** Null for households without anybody. */
  readonly stamp: string | null;
}

/**
 * All that the prices of these households may hang on, in two statements, whatever the number of slots and days (one
 * for the people, one for the incomes); the eldest first.
 * Everybody counts for the rank of the others, also a child for whom who looks may not act: no name is read.
 */
export async function estimateFacts(
  reads: Reads,
  householdIds: readonly Id<"household">[],
): Promise<EstimateFacts> {
  const rows = await reads.rows<EstimatePerson & { stamp: string }>(
    "estimate_facts",
    `select card.household_id as "householdId", card.participant_id as "participantId", card.kind,
            card.birth_date as "birthDate", residence.resident,
            coalesce(mark.has_pai, false) as "hasPai", mark.pai_until as "paiUntil",
            (select coalesce(jsonb_agg(jsonb_build_object('schoolYear', s.school_year, 'level', s.level)), '[]')
             from families_schooling s where s.participant_id = card.participant_id) as schoolings,
            (select coalesce(jsonb_agg(jsonb_build_object('activityId', e.activity_id, 'seasonId', e.season_id,
                                                          'firstDay', e.first_day,
                                                          'lastDay', e.last_day, 'regular', e.regular,
                                                          'agreed', coalesce(agreed.terms, '[]'),
                                                          'contracts', coalesce(signed.contracts, '[]'))), '[]')
             from enrolment e
             left join lateral (
               select jsonb_agg(jsonb_build_object('firstDay', t.first_day, 'ownMeal', t.own_meal,
                                                   'category', t.category) order by t.first_day, t.id) as terms
               from agreed_term t where t.enrolment_id = e.id
             ) agreed on true
             left join lateral (
               select jsonb_agg(jsonb_build_object('unitCode', u.unit_code, 'firstDay', c.first_day,
                                                   'lastDay', c.last_day, 'week', c.week,
                                                   'adaptingUntil', c.adapting_until,
                                                   'adaptingWeek', c.adapting_week)) as contracts
               from care_contract c join activities_unit_card u on u.unit_id = c.unit_id
               where c.enrolment_id = e.id and c.last_day >= c.first_day
             ) signed on true
             where e.participant_id = card.participant_id and e.household_id = card.household_id) as enrolments,
            tariffs.stamp
     from families_participant_card card
     join families_residence residence using (household_id)
     left join families_health_mark mark using (participant_id)
     cross join pricing_tariff_stamp tariffs
     where card.household_id = any (array(select unnest($1::uuid[])))
     order by card.birth_date, card.first_name, card.participant_id`,
    [householdIds],
  );
  return {
    people: Map.groupBy(rows, ({ householdId }) => householdId),
    incomeOn: await chargeIncomes(reads, householdIds),
    stamp: rows[0]?.stamp ?? null,
  };
}
