import type { SignedInVisit } from "#identity";
import { parisDate } from "#kernel";
import { frenchCsv, route, writeJournal, type Answer } from "#platform";
import { z } from "zod";

import { inboxLines, type InboxLine } from "../../../deciding/inbox.ts";
import { filterQuery, inboxFilter, type InboxFilter } from "../../../desk/inbox-filter.ts";
import { requestKinds } from "../../../kinds/kind-queries.ts";
import { requestsWriter } from "../../../policy.ts";
import { isOpen } from "../../../rules/states.ts";
import { stateWords } from "../../../words.fr.ts";
import { decidedKinds } from "./looking.ts";
import { texts } from "./texts.fr.ts";

/** A spreadsheet opens no more than a million lines; ten years of requests are fewer. */
const MOST_LINES = 200_000;

/** GET /agent/demarches/liste.csv: every request that the filter shows, in its order; the journal keeps who took it away. */
export const exportRoute = route({
  method: "GET",
  path: "/agent/demarches/liste.csv",
  access: requestsWriter,
  input: z.object({ query: inboxFilter }),
  answer: (visit, { query }) => exported(visit, query),
});

async function exported(
  { actor, database, now, address }: SignedInVisit,
  filter: InboxFilter,
): Promise<Answer> {
  const today = parisDate(now);
  const lines = await database.write(async (writes) => {
    const kinds = decidedKinds(await requestKinds(writes), actor);
    const looking = { actor, today, kindIds: kinds.map(({ kindId }) => kindId) };
    const found = await inboxLines(writes, looking, filter, { most: MOST_LINES });
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "requests.exported",
      facts: { filter: filterQuery(filter), lines: found.length },
      address,
    });
    return found;
  });
  return {
    kind: "file",
    name: texts.file.name(today),
    type: "text/csv; charset=utf-8",
    body: frenchCsv(
      Object.values(texts.file.columns),
      lines.map((line) => cells(line)),
    ),
  };
}

function cells(line: InboxLine): readonly string[] {
  const { number, kindLabel, by, household, commune, state, urgent, takenBy, receivedAt, movedAt, dueOn } =
    line;
  const open = isOpen(state);
  return [
    String(number),
    kindLabel,
    by,
    household,
    commune,
    stateWords[state],
    urgent && open ? texts.urgent : "",
    takenBy ?? "",
    parisDate(receivedAt).toString(),
    open ? dueOn.toString() : "",
    open ? line.silenceOn.toString() : "",
    parisDate(movedAt).toString(),
  ];
}
