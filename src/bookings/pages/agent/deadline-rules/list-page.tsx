import type { VNode } from "preact";

import type { ActivityOffer } from "#activities";
import { formatDayAndYear } from "#kernel";
import {
  BackLink,
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  Select,
  type Column,
  type Page,
} from "#platform";

import { ACT_NAMES, formOf, keysOf } from "./rule-choice.ts";
import type { RuleRow } from "./rule-rows.ts";
import { texts } from "./texts.fr.ts";

/** What the list is drawn from. */
export interface RuleListView {
  readonly activities: readonly ActivityOffer[];
  /** The activity that is shown alone; empty for all. */
  readonly only: string;
  readonly rows: readonly RuleRow[];
  readonly mayWrite: boolean;
  readonly notice: VNode | undefined;
}

/** What each rule says, of what, and from when; then where to write another. */
export function ruleListPage({ activities, only, rows, mayWrite, notice }: RuleListView): Page {
  const shown = activities.filter(({ activityId }) => only === "" || activityId === only);
  const without = shown.filter(({ activityId }) => rows.every((row) => row.activityId !== activityId));
  const planned = rows.filter(({ toCome }) => toCome).length;
  const options = activities.map(({ activityId, activityName }) => ({
    value: activityId,
    label: activityName,
  }));
  return {
    title: texts.title,
    section: "deadlines",
    dense: true,
    before: <BackLink href="/agent/delais" label={texts.back} />,
    ...(notice === undefined ? {} : { flash: notice }),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {options.length > 1 && (
          <form method="get" action="/agent/delais/reglages" class="inline-form no-print">
            <Select
              name="pour"
              label={texts.list.filter}
              value={only}
              options={[{ value: "", label: texts.list.everything }, ...options]}
              optional
            />
            <Button variant="secondary">{texts.list.show}</Button>
          </form>
        )}
        <p>
          {texts.list.count(rows.length, shown.length - without.length)}
          {planned > 0 && ` ${texts.list.planned(planned)}`}
        </p>
        {without.length > 0 && <p>{texts.list.without(without.map(({ activityName }) => activityName))}</p>}
        {rows.length === 0 ? (
          <EmptyState title={texts.list.none}>
            <p>{texts.list.noneMore}</p>
          </EmptyState>
        ) : (
          <DataTable caption={texts.list.table} rows={rows} columns={columns(mayWrite)} />
        )}
        <p class="row no-print">
          <ButtonLink
            variant="secondary"
            href={`/agent/delais/reglages/liste.csv${only === "" ? "" : `?pour=${only}`}`}
          >
            {texts.list.csv}
          </ButtonLink>
        </p>
        {mayWrite && options.length > 0 && (
          <>
            <h2>{texts.list.add}</h2>
            <form method="get" action="/agent/delais/reglages/choisir">
              <Select id="pour-ajouter" name="pour" label={texts.list.which} value={only} options={options} />
              <Button>{texts.list.next}</Button>
            </form>
          </>
        )}
      </>
    ),
  };
}

/** What each column says, on the page and in its CSV. */
export const cellsOf: readonly (readonly [string, (row: RuleRow) => string])[] = [
  [texts.list.activity, ({ activityName }) => activityName],
  [texts.list.unit, ({ unit }) => unit?.name ?? texts.allUnits],
  [texts.list.season, ({ season }) => season?.name ?? texts.allSeasons],
  [texts.list.act, ({ acts }) => texts.actsOf(acts)],
  [texts.list.rule, ({ sentence }) => sentence],
  [
    texts.list.since,
    ({ validFrom }) => (validFrom.year < 1900 ? texts.list.always : formatDayAndYear(validFrom)),
  ],
  [texts.list.state, ({ toCome }) => (toCome ? texts.list.toCome : texts.list.inForce)],
];

function columns(mayWrite: boolean): readonly Column<RuleRow>[] {
  return [
    ...cellsOf.map(([header, cell], index) => ({ header, cell, rowHeader: index === 0 })),
    ...(mayWrite ? [{ header: texts.list.change, cell: changeLink }] : []),
  ];
}

function changeLink(row: RuleRow) {
  const query = new URLSearchParams({
    pour: row.activityId,
    prestations: row.unit?.unitId ?? "",
    saison: row.season?.seasonId ?? "",
    ...formOf(row.rule),
  });
  for (const name of keysOf(ACT_NAMES)) if (row.acts.includes(ACT_NAMES[name])) query.append("acte", name);
  const what = [row.activityName, row.unit?.name, row.season?.name, texts.actsOf(row.acts).toLowerCase()];
  return (
    <a href={`/agent/delais/reglages/ecrire?${query.toString()}`}>
      {texts.list.change}
      <span class="vh"> {texts.list.changeWhat(what.filter((part) => part !== undefined).join(", "))}</span>
    </a>
  );
}
