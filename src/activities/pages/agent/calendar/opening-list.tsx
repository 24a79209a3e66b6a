import { Card, Details } from "#platform";

import type { OpeningChange } from "../../../calendar/opening-change.ts";
import { texts } from "./texts.fr.ts";

/** Beyond these a list is no longer read day by day. */
const MOST_DAYS = 60;

/** The days that families could book besides, and those they would lose. */
export function OpeningList({ change }: { change: OpeningChange }) {
  const { opened, closed } = change;
  return (
    <Card title={texts.opening.title}>
      {opened.length + closed.length === 0 && <p>{texts.opening.none}</p>}
      {closed.length > 0 && (
        <>
          <Days title={texts.opening.closed(closed.length)} days={closed} />
          <p>{texts.opening.closedMore}</p>
        </>
      )}
      {opened.length > 0 && <Days title={texts.opening.opened(opened.length)} days={opened} />}
    </Card>
  );
}

function Days({ title, days }: { title: string; days: readonly Temporal.PlainDate[] }) {
  return (
    <Details summary={title} open={days.length <= 10}>
      <ul>
        {days.slice(0, MOST_DAYS).map((day) => (
          <li>{texts.opening.day(day)}</li>
        ))}
        {days.length > MOST_DAYS && <li>{texts.opening.others(days.length - MOST_DAYS)}</li>}
      </ul>
    </Details>
  );
}
