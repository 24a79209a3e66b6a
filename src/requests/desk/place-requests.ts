import type { NightJob } from "#identity";
import { parisDate, type Id } from "#kernel";
import type { Writes } from "#platform";

/**
 * Notes which sites and activities requests are about, and in which commune their household lives: those of the children
 * and activities that the answers name, otherwise of every child of the household who is enrolled on this day or later.
 * @param requestIds null: every open request
 */
export function placeRequests(
  writes: Writes,
  today: Temporal.PlainDate,
  requestIds: readonly Id<"request">[] | null,
): Promise<number> {
  return writes.run(
    "requests_place",
    `update request
     set commune = placed.commune, concerns = placed.concerns
     from (
       select r.id, coalesce(home.commune, '') as commune,
              array(
                select distinct place.id
                from activities_unit_card card
                cross join lateral unnest(array[card.activity_id, card.site_id]) as place (id)
                where card.activity_id::text = any (said.values)
                   or card.activity_id in (
                     select enrolled.activity_id
                     from families_participant_card child
                     join bookings_enrolment_card enrolled on enrolled.participant_id = child.participant_id
                     where child.household_id = r.household_id and child.left_on is null and enrolled.last_day >= $1
                       and (said.nobody or child.participant_id::text = any (said.values)))
                order by place.id
              ) as concerns
       from request r
       left join families_household_card home on home.household_id = r.household_id
       cross join lateral (
         select answered.values, not exists (
                  select from families_participant_card child
                  where child.household_id = r.household_id and child.participant_id::text = any (answered.values)
                ) as nobody
         from (
           select array(select answer.value from jsonb_each_text(sent.answers) as answer) as values
           from request_submission sent where sent.request_id = r.id order by sent.number desc limit 1
         ) as answered
       ) as said
       where r.id = any ($2::uuid[])
          or $2::uuid[] is null and r.state in ('submitted', 'under_review', 'more_needed')
     ) as placed
     where request.id = placed.id and (request.commune, request.concerns) is distinct from (placed.commune, placed.concerns)`,
    [today.toString(), requestIds],
  );
}

/** Families move and children change sites while a request waits: the inbox follows each night. */
export const placeRequestsJob: NightJob = {
  name: "requests.place",
  schedule: "35 2 * * *",
  run: ({ database, now }) =>
    database.write(async (writes) => {
      await placeRequests(writes, parisDate(now), null);
    }),
};
