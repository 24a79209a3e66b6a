import { capitalise, formatDay, formatMoment, joinList, parisDateTime, type Id } from "#kernel";
import type { MessageBlock } from "#messaging";

import type { Letter } from "../emails/letter.ts";
import type { PlanningLine } from "../planning/planning-lines.ts";
import { untilSentence } from "../rules/deadline-sentence.ts";
import { lineWords } from "../rules/line-words.ts";
import { spanQuery } from "../rules/planning-span.ts";
import { mondayOf } from "../rules/proposal.ts";
import type { DueAlert } from "./due-alerts.ts";
import { texts } from "./texts.fr.ts";

/** What the letter names things by. */
export interface Named {
  lines: readonly PlanningLine[];
  /** The full address of a page of the espace. */
  address(path: string): string;
}

/** One letter for everything of one kind that a family is to be told now. */
export function alertLetter(alerts: readonly DueAlert[], named: Named): Letter {
  // Child by child, in the order of the planning.
  const rank = ({ participantId }: DueAlert) =>
    named.lines.findIndex((line) => line.participantId === participantId);
  const inOrder = alerts.toSorted((a, b) => rank(a) - rank(b));
  const weeks = inOrder.filter((alert) => alert.kind === "empty_week");
  const days = inOrder.filter((alert) => alert.kind === "deadline_tonight");
  const { subject, blocks } = weeks.length > 0 ? weekLetter(weeks, named) : deadlineLetter(days, named);
  return {
    subject,
    blocks: [
      ...blocks,
      { kind: "paragraph", text: texts.why },
      { kind: "link", label: texts.choose, href: named.address("/alertes") },
    ],
  };
}

type OfKind<Kind extends DueAlert["kind"]> = Extract<DueAlert, { kind: Kind }>;

function weekLetter(alerts: readonly OfKind<"empty_week">[], named: Named): Letter {
  const words = texts.emptyWeek;
  const weeks = [...Map.groupBy(alerts, ({ gap }) => gap.monday.toString()).values()];
  const names = joinList([...new Set(alerts.map(({ participantId }) => firstName(named, participantId)))]);
  const [first] = alerts.map(({ gap }) => gap.monday).toSorted(Temporal.PlainDate.compare);
  return {
    subject: words.subject(names, first === undefined ? "" : formatDay(first)),
    blocks: [
      ...weeks.flatMap((own): readonly MessageBlock[] => {
        const monday = own[0]?.gap.monday;
        if (monday === undefined) return [];
        const query = spanQuery({ kind: "week", monday });
        return [
          {
            kind: "list",
            title: words.intro(formatDay(monday)),
            items: own.map((alert) => gapWords(alert, named)),
          },
          { kind: "link", label: words.link, href: named.address(`/planning?${query}`) },
        ];
      }),
      { kind: "paragraph", text: words.absent },
    ],
  };
}

function gapWords({ participantId, gap }: OfKind<"empty_week">, named: Named): string {
  const name = firstName(named, participantId);
  const until = momentOf(gap.until);
  if (gap.empty) return texts.emptyWeek.empty(name, until);
  const activities = gap.activityIds.map(
    (id) => named.lines.find(({ activityId }) => activityId === id)?.activityName ?? "",
  );
  return texts.emptyWeek.missing(name, joinList([...new Set(activities)]), until);
}

function deadlineLetter(alerts: readonly OfKind<"deadline_tonight">[], named: Named): Letter {
  const words = texts.deadline;
  const [first] = alerts.map(({ unusual }) => unusual.until).toSorted(Temporal.Instant.compare);
  const [day] = alerts.map(({ unusual }) => unusual.place.date).toSorted(Temporal.PlainDate.compare);
  const week = day === undefined ? "" : `?${spanQuery({ kind: "week", monday: mondayOf(day) })}`;
  return {
    subject: words.subject(first === undefined ? "" : momentOf(first)),
    blocks: [
      { kind: "list", title: words.intro, items: alerts.map(({ unusual }) => unusualWords(unusual, named)) },
      { kind: "link", label: words.link, href: named.address(`/planning${week}`) },
    ],
  };
}

function unusualWords({ place, kind, until }: OfKind<"deadline_tonight">["unusual"], named: Named): string {
  const unitName = named.lines.find(({ unitId }) => unitId === place.unitId)?.unitName ?? "";
  const what = lineWords({ firstName: firstName(named, place.participantId), unitName, date: place.date });
  const sentence = capitalise(untilSentence(until, kind === "missing" ? "book" : "cancel"));
  return texts.deadline[kind](what, sentence);
}

function firstName({ lines }: Named, participantId: Id<"participant">): string {
  return lines.find((line) => line.participantId === participantId)?.firstName ?? "";
}

function momentOf(at: Temporal.Instant): string {
  const local = parisDateTime(at);
  return formatMoment(local.toPlainDate(), local.toPlainTime());
}
