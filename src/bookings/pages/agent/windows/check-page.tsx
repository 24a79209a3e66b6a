import { formatDateRange } from "#kernel";
import { BackLink, Button, Card, DataTable, FormToken, type Page } from "#platform";

import { momentOf } from "../../../rules/window-sentence.ts";
import type { WindowPreview } from "../../../windows/change-windows.ts";
import type { NewWindow } from "../../../windows/window-queries.ts";
import { whomOf } from "./list-page.tsx";
import { texts } from "./texts.fr.ts";
import type { TypedWindow } from "./window-form.ts";

/** Says in words what a window will do, with the button that publishes it. */
export function checkPage(window: NewWindow, preview: WindowPreview, typed: TypedWindow): Page {
  const { season, before, bookings, openDays } = preview;
  const title = texts.check.title(texts.form.seasonOf(season.activityName, season.seasonName));
  const { firstDay, lastDay, opensAt, closesAt } = window;
  return {
    title,
    section: "windows",
    dense: true,
    before: <BackLink href="/agent/ouvertures" label={texts.back} />,
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{texts.check.lead}</p>
        <Card title={texts.check.what}>
          <p>{texts.check.days(firstDay, lastDay, whomOf(window, [season]))}</p>
          <ul>
            <li>{texts.check.opens(opensAt)}</li>
            {closesAt !== null && <li>{texts.check.closes(closesAt)}</li>}
          </ul>
          {before !== null && <BeforeAndAfter before={before} after={window} season={season} />}
          {openDays > 0 && <p>{texts.check.closing(openDays)}</p>}
          {bookings > 0 && <p>{texts.check.bookings(bookings)}</p>}
          <p>{texts.check.told}</p>
        </Card>
        <form method="post" action="/agent/ouvertures/enregistrer">
          <FormToken />
          {Object.entries(typed).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <p class="row">
            <Button>{texts.check.submit}</Button>
            <a href={`/agent/ouvertures?${new URLSearchParams(typed).toString()}#ouverture`}>
              {texts.check.change}
            </a>
          </p>
        </form>
      </>
    ),
  };
}

/** What was published until now, and what takes its place: only what differs. */
function BeforeAndAfter(props: { before: NewWindow; after: NewWindow; season: WindowPreview["season"] }) {
  const words = texts.check.facts;
  const factsOf = (window: NewWindow) => [
    { what: words.days, said: formatDateRange(window.firstDay, window.lastDay) },
    { what: words.whom, said: whomOf(window, [props.season]) },
    { what: words.opens, said: momentOf(window.opensAt) },
    { what: words.closes, said: window.closesAt === null ? words.never : momentOf(window.closesAt) },
  ];
  const [was, will] = [factsOf(props.before), factsOf(props.after)];
  const rows = was.flatMap(({ what, said }, index) => {
    const next = will[index]?.said ?? "";
    return next === said ? [] : [{ what, before: said, after: next }];
  });
  if (rows.length === 0) return <p>{words.same}</p>;
  return (
    <DataTable
      caption={words.caption}
      rows={rows}
      columns={[
        { header: words.what, rowHeader: true, cell: ({ what }) => what },
        { header: words.before, cell: ({ before }) => before },
        { header: words.after, cell: ({ after }) => after },
      ]}
    />
  );
}
