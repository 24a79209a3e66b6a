import { parisDate, weekdayName, type Id } from "#kernel";
import {
  BackLink,
  Card,
  ChildBadge,
  childColour,
  Details,
  EmptyState,
  SummaryList,
  type Fact,
  type Page,
} from "#platform";
import { CareRates, type RateSegment } from "#pricing";

import type { CareContract } from "../../../contracts/contract-queries.ts";
import type { ContractMonth } from "../../../contracts/contract-price.ts";
import { hoursSentences, priceSpans, spanSentence } from "../../../contracts/price-words.ts";
import type { LeftOutDay } from "../../../contracts/left-out-days.ts";
import { contractState } from "../../../rules/contract/contract-state.ts";
import { contractWords, hoursWords, spanWords } from "../../../rules/contract/contract-words.ts";
import { minutesOfWeek, type WeekPattern } from "../../../rules/contract/week-pattern.ts";
import { ContractStateLabel } from "../../contract-state-label.tsx";
import { texts } from "./texts.fr.ts";

/** What the page is drawn from. */
interface ContractsView {
  contracts: readonly CareContract[];
  leftOut: ReadonlyMap<Id<"contract">, readonly LeftOutDay[]>;
  /** Hourly rates by contract, where the household's resources are known. */
  rates: ReadonlyMap<string, readonly RateSegment[]>;
  /** What each month costs, by contract, where its unit bills by the month. */
  months: ReadonlyMap<string, readonly ContractMonth[]>;
  today: Temporal.PlainDate;
  /** Whom to call where the site has no telephone; empty where the authority has said none. */
  phone: string;
}

/** The contracts that hold or are to come, one card each; those that are over are folded below. */
export function contractsPage({ contracts, leftOut, rates, months, today, phone }: ContractsView): Page {
  const stated = contracts.map((contract) => ({ contract, state: contractState(contract.terms, today) }));
  const running = stated.filter(({ state }) => state === "running");
  // What holds today is read first; what is to come follows as it comes.
  const live = [...running, ...stated.filter(({ state }) => state === "to-come").toReversed()];
  const over = stated.filter(({ state }) => state === "over");
  return {
    title: texts.title,
    section: "planning",
    before: <BackLink href="/planning" label={texts.back} />,
    main: (
      <>
        <h1>{texts.title}</h1>
        {live.length === 0 ? (
          <EmptyState title={texts.none.title}>
            <p>{texts.none.sentence}</p>
          </EmptyState>
        ) : (
          <p class="lead">{texts.lead}</p>
        )}
        {live.map(({ contract, state }) => (
          <Card title={<Child {...contract} />}>
            <SummaryList
              facts={[
                { term: texts.facts.state, value: <ContractStateLabel state={state} /> },
                ...factsOf(contract, today),
                ...rateFacts(rates.get(contract.contractId)),
                ...monthFacts(contract, months.get(contract.contractId)),
              ]}
            />
            <LeftOut days={leftOut.get(contract.contractId) ?? []} />
            <p>{texts.away}</p>
            <p>{texts.occasional}</p>
            <p>
              <a href="/planning">{texts.planning}</a>
            </p>
            <h3>{texts.change.title}</h3>
            <Change contract={contract} phone={phone} />
          </Card>
        ))}
        {over.length > 0 && (
          <Details summary={texts.past(over.length)}>
            <ul>
              {over.map(({ contract: { place, terms } }) => (
                <li>
                  {place.firstName}, {texts.place(place)} : {contractWords(terms)}
                </li>
              ))}
            </ul>
          </Details>
        )}
      </>
    ),
  };
}

function Child({ place: { firstName, lastName, colour } }: CareContract) {
  const initials = `${firstName.charAt(0)}${lastName.charAt(0)}`.toLocaleUpperCase("fr-FR");
  return <ChildBadge name={firstName} initials={initials} colour={childColour(colour - 1)} />;
}

function factsOf(contract: CareContract, today: Temporal.PlainDate): Fact[] {
  const { place, terms, bookedDays, bookedMinutes } = contract;
  // Told once it is over too: its hours are in the total that is shared out over the months.
  const { adapting } = terms;
  return [
    { term: texts.facts.where, value: `${texts.place(place)}, ${place.siteName}` },
    { term: texts.facts.span, value: spanWords(terms) },
    { term: texts.facts.week, value: <Week week={terms.week} /> },
    ...(adapting !== null
      ? [
          {
            term: texts.facts.adapting,
            value: (
              <>
                {texts.facts.adaptingUntil(
                  adapting.until,
                  Temporal.PlainDate.compare(adapting.until, today) < 0,
                )}
                <Week week={adapting.week} />
              </>
            ),
          },
        ]
      : []),
    { term: texts.facts.booked, value: texts.facts.bookedOf(bookedDays, bookedMinutes) },
  ];
}

function rateFacts(segments: readonly RateSegment[] | undefined): Fact[] {
  return segments === undefined ? [] : [{ term: texts.facts.rate, value: <CareRates segments={segments} /> }];
}

function monthFacts(
  { terms, agreedLast }: CareContract,
  months: readonly ContractMonth[] | undefined,
): Fact[] {
  if (months === undefined) return [];
  const ended = Temporal.PlainDate.compare(terms.lastDay, agreedLast) < 0;
  const sentences = ended ? [texts.facts.endsEarly] : hoursSentences(months);
  return [
    {
      term: texts.facts.months,
      value: (
        <>
          <ul>
            {priceSpans(months).map((span) => (
              <li>{spanSentence(span)}</li>
            ))}
          </ul>
          {sentences.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </>
      ),
    },
  ];
}

function Week({ week }: { week: WeekPattern }) {
  const days = week.toSorted((a, b) => a.weekday - b.weekday);
  return (
    <>
      <ul>
        {days.map((day) => (
          <li>
            {weekdayName(day.weekday)} {hoursWords(day)}
          </li>
        ))}
      </ul>
      {texts.facts.total(minutesOfWeek(week))}
    </>
  );
}

function LeftOut({ days }: { days: readonly LeftOutDay[] }) {
  const [first] = days;
  if (first === undefined) return null;
  return (
    <>
      <h3>{texts.leftOut.title(days.length)}</h3>
      <p>{texts.leftOut.why(days.length)}</p>
      <ul>
        {days.map((day) => (
          <li>{texts.leftOut.day(day)}</li>
        ))}
      </ul>
      <p>
        <a href={`/planning?mois=${first.date.toPlainYearMonth().toString()}`}>{texts.leftOut.planning}</a>
      </p>
    </>
  );
}

function Change({ contract: { place, by, at }, phone }: { contract: CareContract; phone: string }) {
  const number = place.sitePhone === "" ? phone : place.sitePhone;
  return (
    <>
      <p>{number === "" ? texts.change.callUs : texts.change.call(number)}</p>
      <p class="soft small">{texts.change.by(by, parisDate(at))}</p>
    </>
  );
}
