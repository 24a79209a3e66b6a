import { dayAddress, type SiteDay } from "#attendance";
import { ButtonLink } from "#platform";

import { texts } from "./texts.fr.ts";

/** Up to so many sites have a button each; an agent of more chooses among them on the page of the month. */
const SITES_NAMED = 3;

/** Whom to note today, before anything else: the list is taken in hand while the children arrive. */
export function ToNote({ days }: { days: readonly SiteDay[] }) {
  const expected = days.reduce((sum, day) => sum + day.expected, 0);
  if (expected === 0) return null;
  if (days.length > SITES_NAMED) {
    const noted = days.reduce((sum, day) => sum + day.noted, 0);
    const companions = days.reduce((sum, day) => sum + day.companions, 0);
    return (
      <p class="row">
        <ButtonLink variant="secondary" href="/agent/pointage">
          {texts.noteToday}
        </ButtonLink>
        <span>
          {texts.noted({ expected, noted, companions })} {texts.notedSites(days.length)}
        </span>
      </p>
    );
  }
  return (
    <>
      {days.map((day) => (
        <p class="row">
          <ButtonLink href={dayAddress(day.siteId, day.date)}>
            {texts.noteToday}
            <span class="vh"> : {day.siteName}</span>
          </ButtonLink>
          <span>
            {day.siteName}&nbsp;: {texts.noted(day)}
          </span>
        </p>
      ))}
    </>
  );
}
