import { parisDate } from "#kernel";
import { StateLabel, type StateTone } from "#platform";

import type { EnrolmentChoice, PersonChoices } from "../../../enrolments/enrolment-choices.ts";
import { lackingOf } from "../../../enrolments/lacking-documents.ts";
import { conditionSentence } from "../../../rules/conditions/condition-sentence.ts";
import { isElsewhere } from "../../../rules/conditions/school.ts";
import type { HouseholdPerson } from "../../../enrolments/household-people.ts";
import { groupNames } from "../../../rules/conditions/group-phrase.ts";
import {
  decisionSentences,
  decisionWord,
  enrolledWord,
  movedEnrolmentSentence,
} from "../../../rules/enrolment-sentence.ts";
import { openingsSentence } from "../../../rules/window-sentence.ts";
import { texts } from "./texts.fr.ts";

/** Whether a family can do something with a choice, or holds it: shown at once; the others are folded with why. */
export function isNear({ enrolment, byMove, season, decision }: EnrolmentChoice): boolean {
  return enrolment !== null || byMove !== null || (season.byFamily && decision.kind === "possible");
}

/** Whether a choice is worth a line: not the one of a season that is over for booking, where a later one is offered. */
export function isTold({ enrolment, season }: EnrolmentChoice): boolean {
  return enrolment !== null || season.shut === null || season.shut.next === null;
}

/** Whether the family may begin to enrol. */
function isOpen({ enrolment, season, decision }: EnrolmentChoice): boolean {
  return enrolment === null && season.byFamily && decision.kind === "possible";
}

/** Whether a choice is kept for the children of a school that is not this one's: there are as many as schools. */
export function isOfOtherSchool({ decision }: EnrolmentChoice): boolean {
  return (
    decision.kind === "refused" &&
    decision.unmet.some((unmet) => unmet.code === "other-school" && isElsewhere(unmet))
  );
}

/** Where a family begins to enrol somebody in a season. */
function enrolAddress(person: HouseholdPerson, { season }: EnrolmentChoice): string {
  const query = { pour: person.participantId, foyer: person.householdId, saison: season.seasonId };
  return `/inscriptions/nouvelle?${new URLSearchParams(query).toString()}`;
}

/** One season for one person: its state, why, and what can be done. */
export function ChoiceLine(props: {
  person: PersonChoices["person"];
  choice: EnrolmentChoice;
  now: Temporal.Instant;
  agents: { readonly phone: string; readonly address: string | undefined };
}) {
  const { person, choice, now } = props;
  const { season, enrolment, decision } = choice;
  const { tone, word } = stateOf(choice, parisDate(now));
  const lacking = enrolment === null ? [] : lackingOf(decision);
  const sentences = enrolment === null ? decisionSentences(decision) : lacking.map(conditionSentence);
  const openings = openingsSentence(season.windows, groupNames(season.conditions), now);
  const phone = season.sitePhone === "" ? props.agents.phone : season.sitePhone;
  return (
    <li>
      <strong>{texts.place(season.activityName, season.seasonName)}</strong>{" "}
      <span class="soft small">{season.siteName}</span>
      <StateLabel tone={tone} word={word} />
      {choice.byMove && (
        <p>{movedEnrolmentSentence({ first: choice.byMove.firstDay, last: choice.byMove.lastDay })}</p>
      )}
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
      {enrolment === null && !season.byFamily && (
        <ByAgent {...props} phone={phone} possible={decision.kind === "possible"} />
      )}
      {isOpen(choice) && <p class="soft">{texts.service(season.firstDay, season.lastDay)}</p>}
      {isNear(choice) && openings !== "" && <p class="soft">{openings}.</p>}
      {enrolment !== null && (
        <a href={`/inscriptions/${enrolment.enrolmentId}`}>
          {texts.see}
          <span class="vh"> {texts.seeOf(season.activityName, person.firstName)}</span>
        </a>
      )}
      {lacking.length > 0 && (
        <a href="/documents">
          {texts.send}
          <span class="vh"> {texts.enrolIn(season.activityName)}</span>
        </a>
      )}
      {isOpen(choice) && (
        <a href={enrolAddress(person, choice)}>
          {texts.enrol(person.firstName)}
          <span class="vh"> {texts.enrolIn(season.activityName)}</span>
        </a>
      )}
    </li>
  );
}

/** A season in which agents enrol: asked for on line, a document that lacks too, or by telephone. */
function ByAgent({
  person,
  choice: { season, decision },
  agents: { address },
  phone,
  possible,
}: Parameters<typeof ChoiceLine>[0] & { readonly phone: string; readonly possible: boolean }) {
  const documentsAlone = decision.kind === "refused" && lackingOf(decision).length === decision.unmet.length;
  if (address !== undefined && (possible || documentsAlone))
    return (
      <a href={address}>
        {texts.ask(person.firstName)}
        <span class="vh"> {texts.enrolIn(season.activityName)}</span>
      </a>
    );
  return possible ? <p>{phone === "" ? texts.callUs : texts.call(phone)}</p> : null;
}

/** The state of a choice in a word, with its drawing. */
function stateOf(
  { enrolment, season, decision }: EnrolmentChoice,
  today: Temporal.PlainDate,
): { tone: StateTone; word: string } {
  if (enrolment !== null) {
    return {
      tone: "on",
      word: enrolledWord({ first: enrolment.firstDay, last: enrolment.lastDay }, today),
    };
  }
  const span = { first: season.firstDay, last: season.lastDay };
  if (decision.kind !== "possible") return { tone: "closed", word: decisionWord(decision, span, today) };
  if (!season.byFamily) return { tone: "waiting", word: texts.byAgent };
  return { tone: "free", word: decisionWord(decision, span, today) };
}
