import { BackLink, Button, Card, FormToken, type Page } from "#platform";

import type { WindowPreview } from "../../../windows/change-windows.ts";
import type { NewWindow } from "../../../windows/window-queries.ts";
import { whomOf } from "./list-page.tsx";
import { texts } from "./texts.fr.ts";
import type { TypedWindow } from "./window-form.ts";

/** Says in words what a window will do, with the button that publishes it. */
export function checkPage(window: NewWindow, preview: WindowPreview, typed: TypedWindow): Page {
  const { season, bookings, openDays } = preview;
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
