import type { SignedIn } from "#identity";
import { parisDate, type Id } from "#kernel";
import { BackLink, DataTable, EmptyState, StateLabel, type Column, type Page } from "#platform";

import { conditionForAgent } from "../../../rules/conditions/condition-for-agent.ts";
import type { EnrolmentChoice, PersonChoices } from "../../../enrolments/enrolment-choices.ts";
import type { HouseholdPerson } from "../../../enrolments/household-people.ts";
import { mayEnrolAt } from "../../../enrolments/policy.ts";
import {
  decisionSentences,
  decisionWord,
  enrolledWord,
  movedEnrolmentSentence,
} from "../../../rules/enrolment-sentence.ts";
import { enrolmentAddress } from "../../family/enrolments/enrolment-address.ts";
import { texts } from "./texts.fr.ts";

interface Row {
  person: HouseholdPerson;
  choice: EnrolmentChoice;
}

/** Every season for every person of a household, at the agent's sites: what holds first, then what is possible. */
export function listPage(shown: {
  actor: SignedIn;
  household: { id: Id<"household">; label: string };
  people: readonly PersonChoices[];
  now: Temporal.Instant;
}): Page {
  const { actor, household, people, now } = shown;
  const rows = people.flatMap(({ person, choices }) =>
    choices
      .filter(({ season }) => mayEnrolAt(actor, season.siteId))
      .map((choice): Row => ({ person, choice })),
  );
  const held = rows.filter(({ choice }) => choice.enrolment !== null);
  const free = rows.filter(({ choice }) => choice.enrolment === null);
  const possible = free.filter(({ choice }) => choice.decision.kind === "possible");
  const others = free.filter(({ choice }) => choice.decision.kind !== "possible");
  const title = texts.title(household.label);
  return {
    title,
    section: "families",
    dense: true,
    before: <BackLink href={`/agent/familles/${household.id}`} label={texts.back} />,
    main: (
      <>
        <h1>{title}</h1>
        {rows.length === 0 ? (
          <EmptyState title={texts.noneOffered} />
        ) : (
          <DataTable
            caption={texts.counts(held.length, possible.length, others.length)}
            rows={[...held, ...possible, ...others]}
            columns={columns(household.id, parisDate(now))}
          />
        )}
      </>
    ),
  };
}

function columns(household: Id<"household">, today: Temporal.PlainDate): readonly Column<Row>[] {
  return [
    { header: texts.who, rowHeader: true, cell: ({ person }) => `${person.firstName} ${person.lastName}` },
    {
      header: texts.activity,
      cell: ({ choice: { season } }) => texts.place(season.activityName, season.seasonName),
    },
    { header: texts.site, cell: ({ choice }) => choice.season.siteName },
    { header: texts.state, cell: ({ choice }) => <State choice={choice} today={today} /> },
    { header: texts.why, cell: ({ choice }) => whyOf(choice).join(" ") },
    { header: texts.act, cell: (row) => <Act {...row} household={household} /> },
  ];
}

function whyOf({ byMove, decision }: EnrolmentChoice): readonly string[] {
  const sentences = decisionSentences(decision, conditionForAgent);
  return byMove === null
    ? sentences
    : [movedEnrolmentSentence({ first: byMove.firstDay, last: byMove.lastDay }), ...sentences];
}

function State({ choice, today }: { choice: EnrolmentChoice; today: Temporal.PlainDate }) {
  const { enrolment, decision, season } = choice;
  if (enrolment !== null) {
    const word = enrolledWord({ first: enrolment.firstDay, last: enrolment.lastDay }, today);
    return <StateLabel tone="on" word={word} />;
  }
  const word = decisionWord(decision, { first: season.firstDay, last: season.lastDay }, today);
  return <StateLabel tone={decision.kind === "possible" ? "free" : "closed"} word={word} />;
}

function Act({ person, choice, household }: Row & { household: Id<"household"> }) {
  const { season, enrolment } = choice;
  const query = new URLSearchParams({ pour: person.participantId, saison: season.seasonId }).toString();
  const what = <span class="vh"> {texts.actWhat(person.firstName, season.activityName)}</span>;
  return (
    <>
      <a href={`/agent/familles/${household}/inscriptions/nouvelle?${query}`}>
        {enrolment === null ? texts.enrol : texts.change}
        {what}
      </a>
      {enrolment !== null && (
        <>
          {" "}
          <a href={enrolmentAddress("agent", { ...enrolment, householdId: household })}>
            {texts.see}
            {what}
          </a>
        </>
      )}
    </>
  );
}
