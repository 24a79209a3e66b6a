import { formatMoment, joinList, parisDateTime } from "#kernel";

import { enrolmentActLine, enrolmentActWords, type EnrolmentAct } from "../../rules/enrolment-act.ts";
import { listOf, type Letter } from "../letter.ts";
import { texts } from "../texts.fr.ts";

/** What a family reads of enrolments that were made, changed or ended together: who did it, what, and what comes next. */
export function enrolmentsLetter(
  acts: readonly [EnrolmentAct, ...EnrolmentAct[]],
  links: { page: string; planning: string },
): Letter {
  const [{ by, byAgent, at }] = acts;
  const local = parisDateTime(at);
  const moment = formatMoment(local.toPlainDate(), local.toPlainTime());
  const kinds = [...Map.groupBy(acts, ({ act }) => act)];
  const names = joinList([...new Set(acts.map(({ firstName }) => firstName))]);
  const services = joinList([...new Set(acts.map(({ activityName }) => activityName))]);
  const title = joinList(kinds.map(([act]) => enrolmentActWords(act).word));
  const withReason = acts.some(({ reason }) => reason !== null);
  const who = byAgent ? texts.submitted.byAgent(by, moment) : texts.enrolled.byFamily(by, moment);
  return {
    subject: texts.enrolled.subject(title, names, services),
    blocks: [
      { kind: "paragraph", text: withReason ? `${who} ${texts.enrolled.reason}` : who },
      ...kinds.flatMap(([act, own]) => listOf(enrolmentActWords(act).word, own.map(enrolmentActLine))),
      ...(acts.some(({ act }) => act === "enrolled")
        ? [
            { kind: "paragraph" as const, text: texts.enrolled.book },
            { kind: "link" as const, label: texts.planning, href: links.planning },
          ]
        : []),
      { kind: "link", label: texts.enrolled.see(acts.length), href: links.page },
    ],
  };
}
