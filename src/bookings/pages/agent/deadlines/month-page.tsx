import { capitalise, formatMonth, type Id } from "#kernel";
import { Button, ButtonLink, DataTable, EmptyState, MonthNavigation, Select, type Page } from "#platform";

import type { DeadlineTarget } from "../../../moving/targets.ts";
import type { SlotOfMonth } from "./month-deadlines.ts";
import { columnsOf, monthLine, type MonthLine } from "./month-lines.ts";
import { unitOptions } from "./target-names.ts";
import { texts } from "./texts.fr.ts";

/** What the page is drawn from. */
export interface MonthView {
  readonly targets: readonly DeadlineTarget[];
  /** Undefined where the agent has no activity. */
  readonly unitId: Id<"unit"> | undefined;
  readonly month: Temporal.PlainYearMonth;
  readonly slots: readonly SlotOfMonth[];
  readonly mayMove: boolean;
}

/** The deadlines of a unit in a month, day by day, with their reasons. */
export function monthPage(view: MonthView): Page {
  return {
    title: texts.title,
    section: "deadlines",
    dense: true,
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.month.lead}</p>
        <ul class="row">
          <li>
            <a href="/agent/delais/reglages">{texts.month.rules}</a>
          </li>
          {view.mayMove && (
            <li>
              <a href="/agent/delais/deplaces">{texts.month.move}</a>
            </li>
          )}
        </ul>
        {view.unitId === undefined ? (
          <EmptyState title={texts.month.nothing} />
        ) : (
          <Deadlines view={view} unitId={view.unitId} />
        )}
      </>
    ),
  };
}

function Deadlines({ view, unitId }: { view: MonthView; unitId: Id<"unit"> }) {
  const { month, slots } = view;
  const options = unitOptions(view.targets);
  const what = options.find(({ value }) => value === unitId)?.label ?? "";
  const at = (shown: Temporal.PlainYearMonth) => ({
    href: `/agent/delais?pour=${unitId}&mois=${shown.toString()}`,
    label: formatMonth(shown),
  });
  const closed = slots.filter(({ closedBecause }) => closedBecause !== null).length;
  return (
    <>
      {options.length > 1 && (
        <form method="get" action="/agent/delais" class="inline-form no-print">
          <input type="hidden" name="mois" value={month.toString()} />
          <Select name="pour" label={texts.month.which} value={unitId} options={options} />
          <Button variant="secondary">{texts.month.show}</Button>
        </form>
      )}
      <MonthNavigation
        previous={at(month.subtract({ months: 1 }))}
        current={capitalise(formatMonth(month))}
        next={at(month.add({ months: 1 }))}
      />
      {slots.length === 0 ? (
        <EmptyState title={texts.month.none}>
          <p>{texts.month.noneMore}</p>
        </EmptyState>
      ) : (
        <>
          <p>{texts.month.count(slots.length - closed, closed)}</p>
          <DataTable
            caption={texts.month.table(what, formatMonth(month))}
            rows={slots.map(monthLine)}
            columns={columnsOf(slots).map(([key, header]) => ({
              header,
              rowHeader: key === "day",
              cell: (line: MonthLine) => line[key],
            }))}
          />
          <p class="row no-print">
            <ButtonLink
              variant="secondary"
              href={`/agent/delais/liste.csv?pour=${unitId}&mois=${month.toString()}`}
            >
              {texts.month.csv}
            </ButtonLink>
          </p>
        </>
      )}
    </>
  );
}
