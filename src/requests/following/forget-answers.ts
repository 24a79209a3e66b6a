import type { NightJob } from "#identity";
import { parisDate, parisInstant } from "#kernel";
import { writeJournal } from "#platform";

import { forgottenBefore } from "../rules/forgetting.ts";

/**
 * Each night: what was answered in a request whose kind is not kept, and which was decided in a school year that
 * is over, is forgotten, and so is what was written about it on either side. The request stays, with its dates, its acts
 * and the reason of a refusal, which may still be contested.
 */
export const forgetAnswersJob: NightJob = {
  name: "requests.forget-answers",
  schedule: "40 3 * * *",
  run: ({ database, now }) =>
    database.write(async (writes) => {
      const before = parisInstant(forgottenBefore(parisDate(now)), new Temporal.PlainTime());
      const forgotten = await writes.rows<{ requestId: string }>(
        "requests_forget_answers",
        `with forgotten as (
           update request set answers = '{}', known = '{}'
           from request_kind k
           where k.id = request.kind_id and k.forgotten and request.moved_at < $1
             and request.state in ('accepted', 'refused', 'withdrawn')
             and (exists (select from request_submission s where s.request_id = request.id and s.answers <> '{}')
                  or exists (select from request_history h where h.request_id = request.id and h.said <> ''
                             and h.act <> 'refuse'))
           returning request.id
         ), submissions as (
           update request_submission s set answers = '{}', known = '{}' from forgotten f where s.request_id = f.id
         ), said as (
           update request_history h set said = '' from forgotten f
           where h.request_id = f.id and h.said <> '' and h.act <> 'refuse'
         )
         select id as "requestId" from forgotten`,
        [before.toString()],
      );
      for (const { requestId } of forgotten)
        await writeJournal(writes, {
          at: now,
          accountId: null,
          byLabel: "Préau",
          act: "requests.forgotten",
          objectKind: "request",
          objectId: requestId,
          address: "",
        });
    }),
};
