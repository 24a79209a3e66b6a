import { capitalise, formatDayAndYear, formatDayOfMonth, formatMonth } from "#kernel";
import { Card, DataTable, Details } from "#platform";
import type { ComponentChildren } from "preact";

import type { JudgedDay } from "../../../contracts/judge-contract.ts";
import { byEffect, minutesOf, whyNot } from "./day-words.ts";
import { texts } from "./texts.fr.ts";

/** What a contract, a change or an end does, counts first; `children` stands in the card, below them. */
export function Preview(props: { days: readonly JudgedDay[]; children: ComponentChildren }) {
  const days = byEffect(props.days);
  const counts = [
    days.booked.length > 0 && texts.check.booked(days.booked.length, minutesOf(days.booked)),
    days.changed.length > 0 && texts.check.changed(days.changed.length),
    days.cancelled.length > 0 && texts.check.cancelled(days.cancelled.length),
    days.kept.length > 0 && texts.check.kept(days.kept.length),
    days.full.length > 0 && texts.check.full(days.full.length),
    days.others.length > 0 && texts.check.others(days.others.length),
  ].filter((count) => count !== false);
  return (
    <>
      <Card title={texts.check.what}>
        {counts.length === 0 ? (
          <p>{texts.check.nothing}</p>
        ) : (
          <ul>
            {counts.map((count) => (
              <li>{count}</li>
            ))}
          </ul>
        )}
        {props.children}
      </Card>
      {days.full.length > 0 && <DayTable caption={texts.check.full(days.full.length)} days={days.full} />}
      {days.others.length > 0 && (
        <Details summary={texts.check.others(days.others.length)}>
          <DayTable caption={texts.check.others(days.others.length)} captionHidden days={days.others} />
        </Details>
      )}
      <Months {...days} />
    </>
  );
}

function DayTable(props: { caption: string; captionHidden?: boolean; days: readonly JudgedDay[] }) {
  return (
    <DataTable
      caption={props.caption}
      captionHidden={props.captionHidden}
      rows={props.days}
      columns={[
        { header: texts.check.day, rowHeader: true, cell: ({ date }) => capitalise(formatDayAndYear(date)) },
        { header: texts.check.hours, cell: ({ hours }) => texts.check.hoursOf(hours) },
        { header: texts.check.why, cell: whyNot },
      ]}
    />
  );
}

/** « Réservés, janvier 2027 : 4, 5, 7, 11… »: every day that is written, in few lines. */
function Months(days: Record<"booked" | "changed" | "cancelled", readonly JudgedDay[]>) {
  const lines = (["booked", "changed", "cancelled"] as const).flatMap((effect) =>
    [...Map.groupBy(days[effect], ({ date }) => date.toPlainYearMonth().toString()).values()].flatMap(
      (month) => {
        const [first] = month;
        if (first === undefined) return [];
        const dates = month.map(({ date }) => formatDayOfMonth(date)).join(", ");
        return [
          texts.check.monthOf(texts.check.acts[effect], formatMonth(first.date.toPlainYearMonth()), dates),
        ];
      },
    ),
  );
  if (lines.length === 0) return null;
  return (
    <Details summary={texts.check.months}>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </Details>
  );
}
