import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { allergyWarning, type AllergyWarning } from "../rules/allergy-warning.ts";
import type { Dish } from "../rules/dish-line.ts";

/** What a service serves on a day, and which children of a family have to take care. */
export interface FamilyMenu {
  readonly activityId: Id<"activity">;
  readonly activityName: string;
  readonly date: Temporal.PlainDate;
  readonly dishes: readonly Dish[];
  readonly warnings: readonly (AllergyWarning & { readonly firstName: string })[];
}

interface Row {
  activityId: Id<"activity">;
  activityName: string;
  date: Temporal.PlainDate;
  dishes: Dish[];
  careful: { firstName: string; allergies: string }[] | null;
}

/**
 * The menus of the services where the children of this reach are enrolled, day by day. What a child cannot eat is read here
 * for its guardians only: a child out of reach, whose authority is withheld, is left out. One statement.
 */
export async function familyMenus(
  reads: Reads,
  reach: FamilyReach,
  [first, last]: readonly [Temporal.PlainDate, Temporal.PlainDate],
): Promise<FamilyMenu[]> {
  const rows = await reads.rows<Row>(
    "family_menus",
    `with own as (
       select e.activity_id, e.participant_id, e.first_day, e.last_day, p.first_name
       from bookings_enrolment_card e
       join families_participant_card p
         on p.household_id = e.household_id and p.participant_id = e.participant_id and p.left_on is null
       where e.household_id = any ($1::uuid[]) and e.participant_id <> all ($2::uuid[])
         and e.first_day <= $4::date and e.last_day >= $3::date),
     served as (
       select m.activity_id, m.date,
              jsonb_agg(jsonb_build_object('name', m.name, 'allergens', m.allergens, 'vegetarian', m.vegetarian,
                                           'organic', m.organic) order by m.position) as dishes
       from menu_dish m
       where m.activity_id in (select activity_id from own) and m.date between $3::date and $4::date
       group by m.activity_id, m.date)
     select s.activity_id as "activityId", s.date, s.dishes,
            (select min(u.activity_name) from activities_unit_card u where u.activity_id = s.activity_id) as "activityName",
            (select jsonb_agg(distinct jsonb_build_object('firstName', own.first_name, 'allergies', a.allergies))
             from own join families_allergy a on a.participant_id = own.participant_id
             where own.activity_id = s.activity_id and s.date between own.first_day and own.last_day) as careful
     from served s
     order by s.date, "activityName", s.activity_id`,
    [reach.householdIds, reach.withheldIds, first.toString(), last.toString()],
  );
  return rows.map(({ careful, ...menu }) => ({
    ...menu,
    warnings: (careful ?? []).flatMap(({ firstName, allergies }) => {
      const warning = allergyWarning(allergies, menu.dishes);
      return warning === undefined ? [] : [{ firstName, ...warning }];
    }),
  }));
}
