import type { NightJob } from "#identity";

/**
 * Each night: a draft that nobody has touched for as long as its kind says is given up, and what was written there is
 * forgotten.
 */
export const expireDraftsJob: NightJob = {
  name: "requests.expire-drafts",
  schedule: "20 3 * * *",
  run: ({ database, now }) =>
    database.write(async (writes) => {
      await writes.run(
        "requests_expire_drafts",
        `with expired as (
           update request set state = 'expired', answers = '{}', known = '{}', moved_at = $1
           from request_kind k
           where k.id = request.kind_id and request.state = 'draft'
             and request.moved_at < $1::timestamptz - make_interval(days => k.draft_days)
           returning request.id
         )
         insert into request_history (request_id, at, act, by_label, by_agent)
         select id, $1, 'expire', 'Préau', false from expired`,
        [now.toString()],
      );
    }),
};
