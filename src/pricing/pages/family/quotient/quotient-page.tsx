import { formatDayAndYear } from "#kernel";
import {
  BackLink,
  ButtonLink,
  Card,
  Details,
  Notice,
  StateLabel,
  SummaryList,
  type Fact,
  type Page,
} from "#platform";

import type { HouseholdIncome } from "../../../quotients/household-income.ts";
import type { QfEntry } from "../../../quotients/quotient-queries.ts";
import type { CountedEntry } from "../../../rules/qf/counted-days.ts";
import {
  childrenWords,
  effectSentence,
  lastDaySentence,
  qfWords,
  resourcesWords,
  spanWords,
} from "../../../rules/qf/qf-sentences.fr.ts";
import { texts as shared } from "../../shared/texts.fr.ts";
import { texts } from "./texts.fr.ts";

const TONES = { missing: "late", outdated: "late", expiring: "waiting", holds: "on" } as const;

/** One's quotient and resources, household by household: what counts, since when, until when, what waits. */
export function quotientPage(incomes: readonly HouseholdIncome[], done: QfEntry | undefined): Page {
  return {
    title: texts.title,
    section: "family",
    before: <BackLink href="/famille" label={texts.back} />,
    ...(done !== undefined && { flash: <Done entry={done} /> }),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {incomes.map((income) => (
          <Household income={income} />
        ))}
        <p class="soft small">{texts.seenBy}</p>
      </>
    ),
  };
}

function Done({ entry }: { entry: QfEntry }) {
  return (
    <Notice tone="success" title={texts.done.title} announce>
      <p>
        {effectSentence(entry)} {lastDaySentence(entry.lastDay)}
      </p>
      {entry.standing === "toCheck" && <p>{texts.done.toCheck}</p>}
    </Notice>
  );
}

function Household({ income }: { income: HouseholdIncome }) {
  const { householdId, label, standing, toCheck, refused } = income;
  return (
    <Card title={texts.household(label)}>
      {(standing.kind === "outdated" || standing.kind === "expiring") && (
        <Notice tone="warning" title={texts[standing.kind].title}>
          <p>{texts[standing.kind].sentence(formatDayAndYear(standing.lastDay))}</p>
        </Notice>
      )}
      {toCheck.map((entry) => (
        <Waiting entry={entry} />
      ))}
      {refused !== null && (
        <Notice tone="refusal" title={texts.refused.title}>
          <p>{texts.refused.sentence(formatDayAndYear(refused.receivedOn), refused.verdictReason)}</p>
          <p>{texts.refused.next}</p>
        </Notice>
      )}
      <SummaryList facts={factsOf(income)} />
      <p>
        <ButtonLink href={`/famille/quotient/${householdId}/declarer`}>
          {texts.declare}
          <span class="vh"> {texts.declareFor(label)}</span>
        </ButtonLink>
      </p>
      <Past income={income} />
    </Card>
  );
}

function Waiting({ entry }: { entry: QfEntry }) {
  return (
    <Notice title={texts.toCheck.title}>
      <p>{texts.toCheck.sentence(toldWords(entry), formatDayAndYear(entry.receivedOn))}</p>
      <p>{texts.toCheck.from(formatDayAndYear(entry.firstDay))}</p>
      <p>{entry.proofId === null ? texts.toCheck.bring : texts.toCheck.joined}</p>
    </Notice>
  );
}

function factsOf({ standing, value, resources, coming }: HouseholdIncome): Fact[] {
  return [
    {
      term: texts.value,
      value: (
        <>
          {value !== null && <strong>{qfWords(value.entry.valueHundredths ?? 0)} </strong>}
          <StateLabel tone={TONES[standing.kind]} word={texts.standings[standing.kind]} />
          {value === null && <p>{texts.noneWhy}</p>}
        </>
      ),
    },
    ...(value === null
      ? []
      : [
          {
            term: texts.counts,
            value: `${spanWords(value.entry.firstDay, value.until)} (${shared.schemes[schemeKey(value.entry)]})`,
          },
          { term: texts.usedFor, value: texts.used },
        ]),
    ...(resources === null
      ? []
      : [
          {
            term: texts.resources,
            value: (
              <>
                {resourcesWords(resources.entry.resourcesCents, resources.entry.resourcesCase)},{" "}
                {childrenWords(resources.entry)}
                <br />
                <span class="soft">
                  {spanWords(resources.entry.firstDay, resources.until)}. {texts.resourcesFor}
                </span>
              </>
            ),
          },
        ]),
    ...coming.map(({ entry, until }) => ({
      term: texts.coming,
      value: `${toldWords(entry)}, ${spanWords(entry.firstDay, until)}`,
    })),
  ];
}

const schemeKey = ({ scheme }: QfEntry) => (scheme === "other" ? "autre" : scheme);

/** « Quotient 699,99 » or « Ressources : 2 450,00 € par mois ». */
function toldWords({ valueHundredths, resourcesCents, resourcesCase }: QfEntry): string {
  const parts = [
    valueHundredths === null ? [] : [`${texts.value} ${qfWords(valueHundredths)}`],
    resourcesCents === null && resourcesCase === null
      ? []
      : [`${texts.resources} : ${resourcesWords(resourcesCents, resourcesCase)}`],
  ];
  return parts.flat().join(", ");
}

function Past({ income: { entries, value, resources } }: { income: HouseholdIncome }) {
  const past = entries.filter(
    (entry) =>
      entry.standing === "accepted" &&
      entry !== value?.entry &&
      entry !== resources?.entry &&
      [value, resources].some((one) => isBefore(entry, one)),
  );
  if (past.length === 0) return null;
  return (
    <Details summary={texts.history}>
      <ul>
        {past.map((entry) => (
          <li>{texts.historyLine(toldWords(entry), spanWords(entry.firstDay, entry.lastDay))}</li>
        ))}
      </ul>
    </Details>
  );
}

const isBefore = ({ firstDay }: QfEntry, one: CountedEntry<QfEntry> | null) =>
  one !== null && Temporal.PlainDate.compare(firstDay, one.entry.firstDay) <= 0;
