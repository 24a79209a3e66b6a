import { capitalise, formatCents, formatDayAndYear } from "#kernel";
import { BackLink, Card, ChildBadge, childColour, Details, EmptyState, type Page } from "#platform";
import { holeForFamily, type Estimate } from "#pricing";

import type { EstimateOf } from "../../../estimates/estimate-places.ts";
import type { PlanningLine } from "../../../planning/planning-lines.ts";
import { texts } from "./texts.fr.ts";

/** Where hours are chosen, the price of one is told. */
const ONE_HOUR = 60;
/** A week of school-free days: of a package that is not chosen yet, its price for five days. */
const DAYS_OF_WEEK = 5;

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
  const found = estimate({ ...line, date, minutes, days });
  return (
    <>
      <p>
        {capitalise(line.unitName)} : <strong>{priceWords(line, found, days)}</strong>
        {!begun && ` (${texts.page.from(formatDayAndYear(date))})`}
      </p>
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

function priceWords(
  { withHours, bookedBy, seasonName }: PlanningLine,
  found: Estimate,
  days: number,
): string {
  if (found.kind === "hole") return holeForFamily(found);
  if (found.byContract) return texts.byContract;
  if (found.cents === 0) return texts.page.free;
  const what = withHours
    ? texts.page.hour
    : bookedBy === "week"
      ? texts.page.days(days)
      : found.every === "season"
        ? texts.page.season(seasonName)
        : texts.page.every[found.every];
  return `${formatCents(found.cents)}${what}`;
}
