import { capitalise, formatDay, parisDate } from "#kernel";
import { BackLink, Button, Card, EmptyState, ErrorSummary, FormToken, type Page } from "#platform";

import type { FamilyPlanning } from "../../../planning/family-planning.ts";
import type { PlanningCell } from "../../../planning/planning-cells.ts";
import { companionsWords } from "../../../rules/companions.ts";
import { isInTime } from "../../../rules/deadline.ts";
import { hoursWords } from "../../../rules/hours.ts";
import { placeState } from "../../../rules/place-state.ts";
import { spanQuery } from "../../../rules/planning-span.ts";
import { writeCellList } from "../forms/cell-list.ts";
import type { Chosen } from "../forms/sent-planning.ts";
import { SpanField } from "../forms/span-field.tsx";
import { hourLines, type HourLine } from "../planning/hour-lines.ts";
import { HourTimes } from "../planning/hour-choice.tsx";
import { texts } from "./texts.fr.ts";

/** What the page is drawn from. */
interface HoursView {
  planning: FamilyPlanning;
  now: Temporal.Instant;
  pageKey: string;
  /** What was chosen in a form that came back because no day was ticked. */
  chosen?: Chosen;
}

/** The id of the first box, where the summary of what is to correct leads. */
const FIRST_BOX = "jour";

type Booked = PlanningCell;

/** Line by line: which booked days, and which hours instead. The page that confirms comes next. */
export function hoursPage({ planning, now, pageKey, chosen }: HoursView): Page {
  const lines = hourLines(planning, planning.cells)
    .map((line) => (chosen === undefined ? line : asChosen(line, chosen)))
    .map((line) => ({ line, days: changeableDays(planning, line, now) }))
    .filter(({ days }) => days.length > 0);
  const cells = lines.flatMap(({ line, days }) => days.map((day) => ({ line, day })));
  return {
    title: texts.title,
    section: "planning",
    ...(chosen === undefined || lines.length === 0
      ? {}
      : {
          toCorrect: true,
          flash: <ErrorSummary items={[{ field: FIRST_BOX, message: texts.chooseOne }]} />,
        }),
    before: <BackLink href={`/planning?${spanQuery(planning.span)}`} label={texts.back} />,
    main: (
      <>
        <h1>{texts.title}</h1>
        {lines.length === 0 ? (
          <EmptyState title={texts.none.title}>
            <p>{texts.none.sentence}</p>
          </EmptyState>
        ) : (
          <form method="post" action="/planning/verifier">
            <FormToken />
            <input type="hidden" name="cle" value={pageKey} />
            <SpanField span={planning.span} />
            <input
              type="hidden"
              name="affiche"
              value={writeCellList(
                cells.map(({ line, day }) => ({
                  participantId: day.participantId,
                  slotIds: [day.slotId],
                  act: "change",
                  hours: { line: line.line },
                })),
              )}
            />
            {lines.map(({ line, days }) => (
              <Line line={line} days={days} firstPosition={cells.findIndex((cell) => cell.line === line)} />
            ))}
            <Button wide>{texts.submit}</Button>
          </form>
        )}
      </>
    ),
  };
}

function Line({
  line,
  days,
  firstPosition,
}: {
  line: HourLine;
  days: readonly Booked[];
  firstPosition: number;
}) {
  return (
    <Card title={texts.line(line.firstName, line.unitName)}>
      <fieldset>
        <legend>{texts.days}</legend>
        {days.map((day, index) => (
          <p>
            <label class="cell">
              <input
                class="check"
                type="checkbox"
                id={firstPosition + index === 0 ? FIRST_BOX : undefined}
                name="voulu"
                value={`${firstPosition + index}`}
              />
              {bookedDay(day)}
            </label>
          </p>
        ))}
      </fieldset>
      <fieldset class="hours">
        <legend>{texts.instead}</legend>
        <HourTimes line={line} />
      </fieldset>
    </Card>
  );
}

/** The lists of a line as they were sent. */
function asChosen(line: HourLine, { from, to, companions }: Chosen): HourLine {
  const along = companions.get(line.line);
  return {
    ...line,
    usual: { from: from.get(line.line) ?? line.usual.from, to: to.get(line.line) ?? line.usual.to },
    companions:
      line.companions === null || along === undefined
        ? line.companions
        : { ...line.companions, usual: along },
  };
}

/** « Lundi 9 novembre (7 h 30 – 8 h 15, avec 2 enfants) » */
function bookedDay({ date, hours = null, companions }: Booked): string {
  const day = capitalise(formatDay(date));
  const told = [hours === null ? "" : hoursWords(hours), companionsWords(companions)].filter(
    (words) => words !== "",
  );
  return told.length === 0 ? day : `${day} (${told.join(", ")})`;
}

/** The booked days of a line that may still change, in order. */
function changeableDays(
  planning: FamilyPlanning,
  { line, companions }: HourLine,
  now: Temporal.Instant,
): readonly Booked[] {
  const { participantId, unitId } = planning.lines[line] ?? {};
  const today = parisDate(now);
  return planning.cells.flatMap((cell): Booked[] => {
    const { hours = null } = cell;
    if (cell.participantId !== participantId || cell.unitId !== unitId) return [];
    if (hours === null && companions === null) return [];
    const place = placeState(cell, cell.held, now, today);
    const changeable = isInTime(cell.changeUntil ?? cell.cancelUntil, now);
    return place.kind === "booked" && changeable ? [cell] : [];
  });
}
