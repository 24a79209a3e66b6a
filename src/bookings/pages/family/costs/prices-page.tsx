import { capitalise, formatDayAndYear } from "#kernel";
import { BackLink, Card, ChildBadge, childColour, Details, EmptyState, Notice, type Page } from "#platform";
import type { Estimate } from "#pricing";

import { afterQuotient, type AfterQuotient } from "../../../estimates/after-quotient.ts";
import type { EstimateOf } from "../../../estimates/estimate-places.ts";
import type { PlanningLine } from "../../../planning/planning-lines.ts";
import { DAYS_OF_WEEK, ONE_HOUR } from "../../../rules/told-price.ts";
import { priceWords } from "./price-words.ts";
import { texts } from "./texts.fr.ts";

/** What each service costs this family today, and why. */
export function pricesPage(
  lines: readonly PlanningLine[],
  estimate: EstimateOf | undefined,
  today: Temporal.PlainDate,
): Page {
  const priced = estimate === undefined ? [] : lines.map((line) => pricedOn(line, estimate, today));
  const people = [...Map.groupBy(priced, ({ line }) => line.participantId).values()];
  const lastDays = new Set(priced.flatMap(({ after }) => after?.lastDay.toString() ?? []));
  return {
    title: texts.page.title,
    section: "planning",
    before: <BackLink href="/planning" label={texts.page.back} />,
    main: (
      <>
        <h1>{texts.page.title}</h1>
        {lines.length === 0 ? (
          <EmptyState title={texts.page.none}>
            <p>{texts.page.noneSentence}</p>
          </EmptyState>
        ) : estimate === undefined ? (
          <p class="lead">{texts.page.noTariffs}</p>
        ) : (
          <>
            <p class="lead">{texts.page.lead}</p>
            {[...lastDays].toSorted().map((day) => (
              <Notice title={texts.page.quotientEnds(formatDayAndYear(Temporal.PlainDate.from(day)))}>
                <p>
                  {texts.page.thenPrices} <a href="/famille/quotient">{texts.page.declare}</a>
                </p>
              </Notice>
            ))}
            {people.map((own) => (
              <Person priced={own} />
            ))}
            <p>{texts.page.qfSoon}</p>
          </>
        )}
      </>
    ),
  };
}

/** A service with its price today, or on its first day, and the price after the quotient. */
interface PricedLine {
  readonly line: PlanningLine;
  readonly found: Estimate;
  readonly after: AfterQuotient | undefined;
  /** The first day, where it is to come. */
  readonly from: Temporal.PlainDate | undefined;
}

function pricedOn(line: PlanningLine, estimate: EstimateOf, today: Temporal.PlainDate): PricedLine {
  const begun = Temporal.PlainDate.compare(line.firstDay, today) <= 0;
  const date = begun ? today : line.firstDay;
  const place = { ...line, date, minutes: ONE_HOUR, days: line.bookedBy === "week" ? DAYS_OF_WEEK : 1 };
  return {
    line,
    found: estimate(place),
    after: afterQuotient(estimate, place, line.lastDay),
    from: begun ? undefined : date,
  };
}

function Person({ priced }: { priced: readonly PricedLine[] }) {
  const [first] = priced;
  if (first === undefined) return null;
  const { firstName, lastName, colour } = first.line;
  const initials = `${firstName.charAt(0)}${lastName.charAt(0)}`.toLocaleUpperCase("fr-FR");
  const services = [...Map.groupBy(priced, ({ line }) => line.activityName)];
  return (
    <Card title={<ChildBadge name={firstName} initials={initials} colour={childColour(colour - 1)} />}>
      {services.map(([name, units]) => (
        <>
          <h3>{name}</h3>
          {units.map((unit) => (
            <Unit {...unit} />
          ))}
        </>
      ))}
    </Card>
  );
}

function Unit({ line, found, after, from }: PricedLine) {
  return (
    <>
      <p>
        {capitalise(line.unitName)} : <strong>{priceWords(line, found)}</strong>
        {from !== undefined && ` (${texts.page.from(formatDayAndYear(from))})`}
      </p>
      {after !== undefined && (
        <p>{texts.page.after(formatDayAndYear(after.from), priceWords(line, after.found))}</p>
      )}
      <Details summary={texts.why}>
        <ul>
          {(found.kind === "hole" ? [texts.hole] : found.why).map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </Details>
    </>
  );
}
