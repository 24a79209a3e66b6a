import type { GuardianVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { hashedId } from "#platform";

import { effectOf } from "../effects/effects.ts";
import { publishedForm, requestKind } from "../kinds/kind-queries.ts";
import { fieldsOf } from "../rules/form.ts";

/** So many drafts at most are kept for an adult. */
const MOST_DRAFTS = 20;

/** Why nothing was begun. */
export type StartRefusal =
  | { readonly code: "unknown" }
  | { readonly code: "too-many"; readonly most: number };

/**
 * Begins a request for one of one's households, with what the file says already filled in. Sent twice, it is begun once.
 * Refuses a kind that is not published.
 */
export function startRequest(
  { actor, database, now }: GuardianVisit,
  begun: { formKey: Id<"form">; kindId: Id<"request-kind">; householdId: Id<"household"> },
): Promise<Result<Id<"request">, StartRefusal>> {
  const { formKey, kindId, householdId } = begun;
  // Nobody chooses the id of a request: a form's key is one's own.
  const requestId = hashedId<"request">(actor.accountId, formKey);
  const { id: guardianId, householdIds } = actor.guardian;
  return database.write(async (writes) => {
    const kind = await requestKind(writes, kindId);
    if (kind === undefined || kind.formId === null || !householdIds.includes(householdId))
      return refuse({ code: "unknown" });
    const about = { requestId, householdId, guardianId };
    const effect = effectOf(kind.effect);
    const known =
      effect.prefilled === undefined
        ? await effect.known(writes, about, {})
        : await effect.prefilled(writes, about);
    const names = new Set(fieldsOf(await publishedForm(writes, kind.formId)).map(({ name }) => name));
    const answers = Object.entries(known).filter(([name]) => names.has(name));
    const written = await writes.run(
      "requests_start",
      `insert into request (id, kind_id, form_id, household_id, guardian_id, account_id, by_label, state, answers, known,
                            started_at, moved_at)
       select $1, k.id, k.form_id, $3, $4, $5, $6, 'draft', $7, $7, $8, $8
       from request_kind k
       where k.id = $2 and k.form_id is not null
         and (select count(*) from request where guardian_id = $4 and state = 'draft') < $9
       on conflict (id) do nothing`,
      [
        requestId,
        kindId,
        householdId,
        guardianId,
        actor.accountId,
        actor.name,
        JSON.stringify(Object.fromEntries(answers)),
        now.toString(),
        MOST_DRAFTS,
      ],
    );
    if (written === 1) return ok(requestId);
    const own = await writes.row(
      "requests_started",
      "select from request where id = $1 and guardian_id = $2",
      [requestId, guardianId],
    );
    return own === undefined ? refuse({ code: "too-many", most: MOST_DRAFTS }) : ok(requestId);
  });
}
