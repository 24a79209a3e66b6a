import { parisDate } from "#kernel";
import { ButtonLink, Card, Details } from "#platform";

import type { FamilyPlanning } from "../../../planning/family-planning.ts";
import { weeksOfSpan } from "../../../rules/planning-span.ts";
import { mondayOf } from "../../../rules/proposal.ts";
import { texts } from "./texts.fr.ts";
import { ClearForm, CopyForm, LastYearForm, RepeatForm, type Person } from "./tool-forms.tsx";

/**
 * Plain forms above the planning, the one that parents look for in a hurry by itself; each leads to the page that
 * shows what would change.
 */
export function PlanningTools({ planning, now }: { planning: FamilyPlanning; now: Temporal.Instant }) {
  const people = peopleOf(planning);
  if (people.length === 0) return null;
  const weeks = weeksOfSpan(planning.span).flatMap(([day]) => (day === undefined ? [] : mondayOf(day)));
  const today = parisDate(now);
  const current = weeks.find((monday) => Temporal.PlainDate.compare(monday.add({ days: 6 }), today) >= 0);
  const shared = { people, weeks, week: (current ?? weeks[0])?.toString() };
  const last = planning.reach?.last.toString();
  const bookedToday = planning.cells.some(
    ({ date, held, state, saidAbsent }) =>
      date.equals(today) && held === "us" && state === "open" && !saidAbsent,
  );
  return (
    <>
      {bookedToday && (
        <p>
          <ButtonLink href="/absences" variant="secondary">
            {texts.sick}
          </ButtonLink>
        </p>
      )}
      <Details summary={texts.clear.summary}>
        <p>
          {texts.clear.tooLate} <a href="/absences">{texts.clear.sayAbsent}</a>
        </p>
        <ClearForm people={people} first={today.toString()} />
      </Details>
      <Details summary={texts.heading}>
        <Card title={texts.repeat.summary}>
          <RepeatForm {...shared} />
        </Card>
        <Card title={texts.lastYear.summary}>
          <LastYearForm people={people} first={today.toString()} last={last} />
        </Card>
        {people.length > 1 && (
          <Card title={texts.copy.summary}>
            <CopyForm {...shared} />
          </Card>
        )}
      </Details>
    </>
  );
}

function peopleOf({ lines }: FamilyPlanning): readonly Person[] {
  return [...new Map(lines.map((line) => [line.participantId, line.firstName]))].map(([id, name]) => ({
    id,
    name,
  }));
}
