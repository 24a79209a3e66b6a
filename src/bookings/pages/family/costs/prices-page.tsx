import { capitalise, formatDayAndYear } from "#kernel";
import { BackLink, Card, ChildBadge, childColour, Details, EmptyState, type Page } from "#platform";

import { afterQuotient } from "../../../estimates/after-quotient.ts";
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
  const people = [...Map.groupBy(lines, ({ participantId }) => participantId).values()];
  return {
    title: texts.page.title,
    section: "planning",
    before: <BackLink href="/planning" label={texts.page.back} />,
    main: (
      <>
        <h1>{texts.page.title}</h1>
        {people.length === 0 ? (
          <EmptyState title={texts.page.none}>
            <p>{texts.page.noneSentence}</p>
          </EmptyState>
        ) : estimate === undefined ? (
          <p class="lead">{texts.page.noTariffs}</p>
        ) : (
          <>
            <p class="lead">{texts.page.lead}</p>
            {people.map((own) => (
              <Person lines={own} estimate={estimate} today={today} />
            ))}
            <p>{texts.page.qfSoon}</p>
          </>
        )}
      </>
    ),
  };
}

function Person(props: { lines: readonly PlanningLine[]; estimate: EstimateOf; today: Temporal.PlainDate }) {
  const { lines, estimate, today } = props;
  const [first] = lines;
  if (first === undefined) return null;
  const { firstName, lastName, colour } = first;
  const initials = `${firstName.charAt(0)}${lastName.charAt(0)}`.toLocaleUpperCase("fr-FR");
  const services = [...Map.groupBy(lines, ({ activityName }) => activityName)];
  return (
    <Card title={<ChildBadge name={firstName} initials={initials} colour={childColour(colour - 1)} />}>
      {services.map(([name, units]) => (
        <>
          <h3>{name}</h3>
          {units.map((line) => (
            <Unit line={line} estimate={estimate} today={today} />
          ))}
        </>
      ))}
    </Card>
  );
}

function Unit(props: { line: PlanningLine; estimate: EstimateOf; today: Temporal.PlainDate }) {
  const { line, estimate, today } = props;
  const begun = Temporal.PlainDate.compare(line.firstDay, today) <= 0;
  const date = begun ? today : line.firstDay;
  const minutes = ONE_HOUR;
  const days = line.bookedBy === "week" ? DAYS_OF_WEEK : 1;
  const place = { ...line, date, minutes, days };
  const found = estimate(place);
  const after = afterQuotient(estimate, place, line.lastDay);
  return (
    <>
      <p>
        {capitalise(line.unitName)} : <strong>{priceWords(line, found)}</strong>
        {!begun && ` (${texts.page.from(formatDayAndYear(date))})`}
      </p>
      {after !== undefined && (
        <p>
          {texts.page.after(
            formatDayAndYear(after.from),
            priceWords(line, after.found),
            formatDayAndYear(after.lastDay),
          )}{" "}
          <a href="/famille/quotient">{texts.page.declare}</a>
        </p>
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
