import { parisDate } from "#kernel";
import { ButtonLink, Card, Details } from "#platform";

import type { FamilyPlanning } from "../../../planning/family-planning.ts";
import { formFacts } from "./form-facts.ts";
import { texts } from "./texts.fr.ts";
import { ClearForm, CopyForm, LastYearForm, RepeatForm } from "./tool-forms.tsx";

/**
 * Plain forms above the planning, the one that parents look for in a hurry by itself; each leads to the page that
 * shows what would change.
 */
export function PlanningTools({ planning, now }: { planning: FamilyPlanning; now: Temporal.Instant }) {
  const today = parisDate(now);
  const facts = formFacts(planning, today);
  const { people } = facts;
  if (people.length === 0) return null;
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
        <ClearForm {...facts} />
      </Details>
      <Details summary={texts.heading}>
        <Card title={texts.repeat.summary}>
          <RepeatForm {...facts} />
        </Card>
        <Card title={texts.lastYear.summary}>
          <LastYearForm {...facts} />
        </Card>
        {people.length > 1 && (
          <Card title={texts.copy.summary}>
            <CopyForm {...facts} />
          </Card>
        )}
      </Details>
    </>
  );
}
