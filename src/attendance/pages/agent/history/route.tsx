import { agentWith, type Visit } from "#identity";
import { capitalise, formatDay, formatMoment, formatShortDate, formatTime, parisDateTime } from "#kernel";
import { BackLink, DataTable, formId, notFound, page, route, writeJournal, type Route } from "#platform";
import { z } from "zod";

import { noteHistory, type HistoryLine } from "../../../day/note-history.ts";
import { mayNoteAt, NOTE } from "../../../policy.ts";
import { reasonWord } from "../../../rules/absence-reason.ts";
import { dayAddress } from "../day/day-page.tsx";
import { texts } from "./texts.fr.ts";

/** GET /agent/pointage/:site/corrections/:slot/:participant: all that was noted of somebody in a slot, and by whom. */
export const noteHistoryRoute: Route<Visit> = route({
  method: "GET",
  path: "/agent/pointage/:site/corrections/:slot/:participant",
  access: agentWith(NOTE),
  input: z.object({
    params: z.object({
      site: formId<"site">(),
      slot: formId<"slot">(),
      participant: formId<"participant">(),
    }),
  }),
  answer: ({ actor, database, now, address }, { params }) =>
    database.write(async (writes) => {
      const found = mayNoteAt(actor, params.site) ? await noteHistory(writes, params) : undefined;
      if (found === undefined) return notFound;
      const { place, lines } = found;
      await writeJournal(writes, {
        at: now,
        accountId: actor.accountId,
        byLabel: actor.name,
        act: "attendance.history-read",
        objectKind: "participant",
        objectId: params.participant,
        facts: { slot: params.slot },
        address,
      });
      const who = `${place.firstName} ${place.lastName}`;
      return page({
        title: `${texts.title} – ${who}`,
        section: "attendance",
        dense: true,
        before: <BackLink href={dayAddress(params.site, place.date)} label={texts.back} />,
        main: (
          <>
            <h1>{texts.title}</h1>
            <p class="lead">
              {who}, {place.unitName}, {formatDay(place.date)}
            </p>
            <DataTable
              caption={texts.caption}
              rows={lines}
              columns={[
                { header: texts.when, rowHeader: true, cell: ({ at }) => momentOf(at) },
                { header: texts.what, cell: notedWords },
                { header: texts.by, cell: ({ by }) => by },
              ]}
            />
          </>
        ),
      });
    }),
});

/** « Absent, maladie, justificatif reçu le 09/11/2026 » */
function notedWords({ state, reason, proofOn, arrivedAt, leftAt }: HistoryLine): string {
  return [
    texts.states[state],
    ...(reason === null ? [] : [reasonWord(reason).toLocaleLowerCase("fr-FR")]),
    ...(proofOn === null ? [] : [texts.proof(formatShortDate(proofOn))]),
    ...(arrivedAt === null ? [] : [texts.arrived(formatTime(arrivedAt))]),
    ...(leftAt === null ? [] : [texts.left(formatTime(leftAt))]),
  ].join(", ");
}

function momentOf(at: Temporal.Instant): string {
  const local = parisDateTime(at);
  return capitalise(formatMoment(local.toPlainDate(), local.toPlainTime()));
}
