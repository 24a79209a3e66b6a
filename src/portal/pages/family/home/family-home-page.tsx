import { formatDay } from "#kernel";
import { ButtonLink, Card, ChildBadge, EmptyState, StateLabel, type Page } from "#platform";

import type { FamilyHome } from "./family-home.ts";
import { homeDays, type HomeDay } from "./home-days.ts";
import { texts } from "./texts.fr.ts";
import { ToDecide } from "./to-decide-section.tsx";

/** What the children have today and tomorrow, what must be decided before when, and where to go next. */
export function familyHomePage(name: string, home: FamilyHome): Page {
  return {
    title: texts.title,
    section: "home",
    main: (
      <>
        <h1>{texts.hello(name)}</h1>
        {home.children.length === 0 ? (
          <EmptyState title={texts.noChild.title}>
            <p>{texts.noChild.sentence}</p>
          </EmptyState>
        ) : (
          <>
            <div class="cards">
              {homeDays(home).map((day, index) => (
                <Day day={day} title={[texts.today, texts.tomorrow][index] ?? texts.next} />
              ))}
            </div>
            <ToDecide home={home} />
          </>
        )}
        <p class="row">
          <ButtonLink href="/planning">{texts.links.book}</ButtonLink>
          <ButtonLink href="/historique" variant="secondary">
            {texts.links.history}
          </ButtonLink>
          <ButtonLink href="/aide" variant="secondary">
            {texts.links.help}
          </ButtonLink>
        </p>
      </>
    ),
  };
}

function Day({ day, title }: { day: HomeDay; title: (day: string) => string }) {
  return (
    <Card title={title(formatDay(day.date))}>
      {day.children.length === 0 ? (
        <p class="soft">{texts.nothingThatDay}</p>
      ) : (
        <ul class="card-rows">
          {day.children.map(({ child, states }) => (
            <li>
              <ChildBadge {...child} />
              {states.map((state) => (
                <StateLabel {...state} />
              ))}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
