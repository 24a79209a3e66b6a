import { formatMonth, monthName, capitalise } from "#kernel";
import {
  Button,
  ChangeBar,
  DayGrid,
  EmptyState,
  FormToken,
  MonthNavigation,
  Notice,
  type Page,
} from "#platform";

import type { MonthPlanning } from "../../../planning/month-planning.ts";
import { placeNoun } from "../../../rules/line-words.ts";
import { writeCellList } from "../forms/cell-list.ts";
import { PlanningTools } from "../tools/planning-tools.tsx";
import { forItself, type PlanningFor } from "./planning-for.ts";
import { shownGrid, type ShownGrid } from "./shown-grid.ts";
import { texts } from "./texts.fr.ts";

/** What the page of a month is drawn from. */
export interface PlanningView {
  planning: MonthPlanning;
  now: Temporal.Instant;
  /** The idempotency key of this page, new each time it is drawn. */
  pageKey: string;
  /** Sent back because nothing had changed. */
  unchanged: boolean;
  whom?: PlanningFor;
}

/** The page of one month: what is booked, and the form to change it. */
export function planningPage({ planning, now, pageKey, unchanged, whom = forItself }: PlanningView): Page {
  const { month } = planning;
  const grid = shownGrid(planning, now, whom);
  const name = monthName(month.month);
  const title = /^[aeiouyh]/.test(name) ? texts.titleVowel(name) : texts.title(name);
  return {
    title: `${capitalise(formatMonth(month))} – planning`,
    section: whom.section,
    dense: whom.dense,
    islands: whom.islands,
    ...(unchanged
      ? {
          flash: (
            <Notice title={texts.nothingChanged.title} announce>
              <p>{texts.nothingChanged.sentence}</p>
            </Notice>
          ),
        }
      : {}),
    main: (
      <>
        <h1>{title}</h1>
        {whom.banner}
        {planning.reach === null ? (
          <EmptyState title={texts.notEnrolled.title}>
            <p>{texts.notEnrolled.sentence}</p>
          </EmptyState>
        ) : (
          <>
            <p class="lead">{texts.lead}</p>
            <Months planning={planning} base={whom.base} />
            {whom.tools && <PlanningTools planning={planning} now={now} />}
            <Grid grid={grid} planning={planning} pageKey={pageKey} base={whom.base} />
          </>
        )}
      </>
    ),
  };
}

function Grid(props: { grid: ShownGrid; planning: MonthPlanning; pageKey: string; base: string }) {
  const { grid, planning, pageKey, base } = props;
  const words = texts.bar(placeNoun(planning.lines.map((line) => line.unitName)));
  return (
    <form method="post" action={`${base}/verifier`}>
      <FormToken />
      <input type="hidden" name="cle" value={pageKey} />
      <input type="hidden" name="mois" value={planning.month.toString()} />
      <input type="hidden" name="affiche" value={writeCellList(grid.boxes)} />
      <DayGrid rows={grid.rows} weeks={grid.weeks} words={texts.words} />
      {grid.boxes.length > 0 && (
        <ChangeBar words={words} button={<Button>{texts.save}</Button>}>
          {texts.barWithout}
        </ChangeBar>
      )}
    </form>
  );
}

function Months({ planning: { month, reach }, base }: { planning: MonthPlanning; base: string }) {
  const step = (to: Temporal.PlainYearMonth) => ({
    href: `${base}?mois=${to.toString()}`,
    label: capitalise(monthName(to.month)),
  });
  const { compare } = Temporal.PlainYearMonth;
  const previous = month.subtract({ months: 1 });
  const next = month.add({ months: 1 });
  return (
    <MonthNavigation
      previous={reach !== null && compare(previous, reach.first) >= 0 ? step(previous) : undefined}
      current={capitalise(formatMonth(month))}
      next={reach !== null && compare(next, reach.last) <= 0 ? step(next) : undefined}
    />
  );
}
