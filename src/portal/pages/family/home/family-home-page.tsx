import type { OpeningToCome } from "#bookings";
import type { LackingDocuments } from "#bookings";
import type { DocumentVersion } from "#documents";
import { formatDay } from "#kernel";
import { ButtonLink, Card, ChildBadge, EmptyState, StateLabel, type Page } from "#platform";
import type { QfWarning } from "#pricing";
import { HomePublications, type Shown } from "#publications";

import type { FamilyHome } from "./family-home.ts";
import { BalanceLine, type HomeMoney } from "./balance-line.tsx";
import { comingWeek } from "./coming-week.ts";
import { EndingDocuments } from "./ending-documents.tsx";
import { LackingNotice } from "./lacking-documents.tsx";
import { homeDays, type HomeDay } from "./home-days.ts";
import { Openings } from "./openings-section.tsx";
import { QuotientWarnings } from "./quotient-warnings.tsx";
import { texts } from "./texts.fr.ts";
import { ToDecide } from "./to-decide-section.tsx";
import { Waiting } from "./waiting-section.tsx";

const SATURDAY = 6;
const NO_MONEY: HomeMoney = {
  balances: [],
  payable: false,
  underWay: [],
  advances: { accounts: [], alerts: [] },
};

/** What stands beside the days of the children. */
interface HomeExtras {
  openings?: readonly OpeningToCome[];
  hasContract?: boolean;
  quotients?: readonly QfWarning[];
  money?: HomeMoney;
  documents?: readonly DocumentVersion[];
  lacking?: readonly LackingDocuments[];
  publications?: readonly Shown[];
}

/** What the children have today and tomorrow, what must be decided before when, and where to go next. */
export function familyHomePage(name: string, home: FamilyHome, extras: HomeExtras = {}): Page {
  const { openings = [], hasContract = false, quotients = [], money = NO_MONEY } = extras;
  const { documents = [], lacking = [], publications = [] } = extras;
  return {
    title: texts.title,
    section: "home",
    main: (
      <>
        <h1>{texts.hello(name)}</h1>
        <div class="columns">
          <div>
            {home.children.length === 0 ? (
              <EmptyState title={texts.noChild.title}>
                <p>{texts.noChild.sentence}</p>
              </EmptyState>
            ) : (
              <Days home={home} />
            )}
            <HomePublications shown={publications} />
            <BalanceLine {...money} today={home.today} />
            <QuotientWarnings warnings={quotients} />
            <LackingNotice lacking={lacking} />
            <EndingDocuments documents={documents} today={home.today} />
            <Openings openings={openings} />
          </div>
          <Links hasContract={hasContract} />
        </div>
      </>
    ),
  };
}

function Days({ home }: { home: FamilyHome }) {
  return (
    <>
      <div class="cards">
        {homeDays(home).map((day, index) => (
          <Day day={day} when={[texts.today, texts.tomorrow][index] ?? texts.next} />
        ))}
      </div>
      {isBookedToday(home) && (
        <p>
          <ButtonLink href="/absences" variant="secondary" wide>
            {texts.sick}
          </ButtonLink>
        </p>
      )}
      <ToDecide home={home} />
      <Waiting waiting={home.waiting} />
      <Week home={home} />
    </>
  );
}

function isBookedToday({ today, places }: FamilyHome): boolean {
  return places.some(
    (place) => place.date.equals(today) && place.place.kind === "booked" && !place.saidAbsent,
  );
}

/** What each child has until Sunday, or next week where this one is over. */
function Week({ home }: { home: FamilyHome }) {
  const week = comingWeek(home);
  if (week === undefined) return null;
  return (
    <Card title={week.next ? texts.week.next : texts.week.now}>
      <ul class="card-rows">
        {week.children.map(({ child, lines }) => (
          <li>
            <ChildBadge {...child} />
            <span>{lines.length === 0 ? texts.week.nothing : lines.join(" ; ")}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/planning?semaine=${week.monday.toString()}`}>{texts.week.see}</a>
      </p>
    </Card>
  );
}

function Day({ day, when }: { day: HomeDay; when: string }) {
  const title = (
    <>
      {when} <span class="soft small">{formatDay(day.date)}</span>
    </>
  );
  return (
    <Card title={title}>
      {day.children.length === 0 ? (
        <p class="soft">{day.date.dayOfWeek >= SATURDAY ? texts.weekEnd : texts.nothingThatDay}</p>
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

function Links({ hasContract }: { hasContract: boolean }) {
  const links = hasContract ? [texts.contract, ...texts.links] : texts.links;
  return (
    <nav aria-label={texts.planning.title}>
      <Card title={texts.planning.title}>
        <p>{texts.planning.sentence}</p>
        <ButtonLink href="/planning" wide>
          {texts.planning.open}
        </ButtonLink>
      </Card>
      <ul class="card-rows">
        {links.map(({ href, label, about }) => (
          <li>
            <a href={href}>{label}</a> <span class="soft small">{about}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
