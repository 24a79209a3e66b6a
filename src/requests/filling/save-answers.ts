import type { GuardianVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";

import type { NotNow } from "../move-request.ts";
import type { Answers } from "../rules/form.ts";
import { isFilledIn, STATES } from "../rules/states.ts";

/** Keeps answers of a request that is being filled in, beside those that it holds. Refuses one that is not, or not one's own. */
export async function saveAnswers(
  { actor, database, now }: GuardianVisit,
  requestId: Id<"request">,
  answers: Answers,
): Promise<Result<null, NotNow>> {
  const { id, householdIds } = actor.guardian;
  const saved = await database.writeOnce((writes) =>
    writes.run(
      "requests_save_answers",
      `update request set answers = answers || $2::jsonb, moved_at = $3
       where id = $1 and guardian_id = $4 and household_id = any ($5::uuid[]) and state = any ($6::text[])`,
      [
        requestId,
        JSON.stringify(answers),
        now.toString(),
        id,
        householdIds,
        STATES.filter((state) => isFilledIn(state)),
      ],
    ),
  );
  return saved === 1 ? ok(null) : refuse({ code: "not-now" });
}
