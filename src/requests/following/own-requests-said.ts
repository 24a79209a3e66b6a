import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { publishedForm } from "../kinds/kind-queries.ts";
import { historyOf, submissionsOf, type StoredRequest } from "../request-queries.ts";
import { answersOf, fieldsOf, type Answers, type RequestForm } from "../rules/form.ts";
import { isInternal } from "../rules/states.ts";
import { stateWords } from "../words.fr.ts";

type Line = Pick<StoredRequest, "requestId" | "number" | "formId" | "kindLabel" | "state">;

/**
 * What an adult asked, and what was answered, for a copy of his or her data: questions in words, what agents note among
 * themselves left out. What answers name by an id, a child or a document, stands elsewhere in the copy.
 */
export async function ownRequestsSaid(reads: Reads, guardianId: Id<"guardian">): Promise<unknown> {
  const own = await reads.rows<Line>(
    "requests_own_said",
    `select r.id as "requestId", r.number::integer as number, r.form_id as "formId", k.label as "kindLabel", r.state
     from request r join request_kind k on k.id = r.kind_id
     where r.guardian_id = $1 and not r.forgotten and r.expected_on is not null
     order by r.number`,
    [guardianId],
  );
  const said = [];
  for (const { requestId, number, formId, kindLabel, state } of own) {
    const form = await publishedForm(reads, formId);
    const history = await historyOf(reads, requestId);
    said.push({
      numéro: number,
      démarche: kindLabel,
      état: stateWords[state],
      envois: (await submissionsOf(reads, requestId)).map(({ at, answers }) => ({
        le: at,
        réponses: inWords(form, answers),
      })),
      historique: history
        .filter(({ act }) => !isInternal(act))
        .map(({ at, by, said: text, appeal }) => ({ le: at, par: by, message: text, recours: appeal })),
    });
  }
  return said;
}

function inWords(form: RequestForm, answers: Answers): Readonly<Record<string, string>> {
  const fields = fieldsOf(form).filter(({ name, type }) => name in answers && type !== "child");
  return Object.fromEntries(
    fields.map((field) => {
      const answer = answers[field.name] ?? "";
      return [field.label, answersOf(field).find(({ value }) => value === answer)?.label ?? answer];
    }),
  );
}
