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

import type { DatedRule, RuleForm } from "./rule-form.ts";
import { texts } from "./texts.fr.ts";

/** A rule of an activity, in force or to come. */
export interface RuleRow<Rule> {
  readonly activity: ActivityOffer;
  readonly rule: Rule;
  /** Null where nothing was ever said. */
  readonly validFrom: Temporal.PlainDate | null;
  readonly toCome: boolean;
}

/** For each activity what holds today, then what will. */
export function rowsOf<Rule>(
  { usual }: RuleForm<Rule>,
  activities: readonly ActivityOffer[],
  versions: ReadonlyMap<string, readonly DatedRule<Rule>[]>,
  today: Temporal.PlainDate,
): readonly RuleRow<Rule>[] {
  return activities.flatMap((activity) => {
    const known = versions.get(activity.activityId) ?? [];
    const isLater = ({ validFrom }: DatedRule<Rule>) => Temporal.PlainDate.compare(validFrom, today) > 0;
    const held = known.findLast((version) => !isLater(version)) ?? { rule: usual, validFrom: null };
    return [
      { activity, ...held, toCome: false },
      ...known.filter(isLater).map((version) => ({ activity, ...version, toCome: true })),
    ];
  });
}

/** What each column says, on the page and in its CSV. */
export function cellsOf<Rule>(
  form: RuleForm<Rule>,
): readonly (readonly [string, (row: RuleRow<Rule>) => string])[] {
  return [
    [texts.list.activity, ({ activity }) => activity.activityName],
    ...form.cells.map(
      ([header, cell]) => [header, ({ rule, activity }: RuleRow<Rule>) => cell(rule, activity)] as const,
    ),
    [
      texts.list.since,
      ({ validFrom }) =>
        validFrom === null || validFrom.year < 1900 ? texts.list.always : formatDayAndYear(validFrom),
    ],
    [texts.list.state, ({ toCome }) => (toCome ? texts.list.toCome : texts.list.inForce)],
  ];
}

/** The rules of the agent's activities, with a link to change each. */
export function ruleListPage<Rule>(
  form: RuleForm<Rule>,
  view: {
    activities: readonly ActivityOffer[];
    only: string;
    rows: readonly RuleRow<Rule>[];
    mayWrite: boolean;
    notice: VNode | undefined;
  },
): Page {
  const { activities, only, rows, mayWrite, notice } = view;
  const planned = rows.filter(({ toCome }) => toCome).length;
  const options = activities.map(({ activityId, activityName }) => ({
    value: activityId,
    label: activityName,
  }));
  return {
    title: form.words.title,
    section: "offer",
    dense: true,
    before: <BackLink href="/agent/offre" label={texts.back} />,
    ...(notice === undefined ? {} : { flash: notice }),
    main: (
      <>
        <h1>{form.words.title}</h1>
        <p class="lead">{form.words.lead}</p>
        {options.length > 1 && (
          <form method="get" action={form.path} class="inline-form no-print">
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
        {rows.length === 0 ? (
          <EmptyState title={texts.list.none} />
        ) : (
          <>
            <p>{texts.list.count(rows.length - planned, planned)}</p>
            <DataTable caption={form.words.title} rows={rows} columns={columns(form, mayWrite)} />
            <p class="row no-print">
              <ButtonLink
                variant="secondary"
                href={`${form.path}/liste.csv${only === "" ? "" : `?pour=${only}`}`}
              >
                {texts.list.csv}
              </ButtonLink>
            </p>
          </>
        )}
      </>
    ),
  };
}

function columns<Rule>(form: RuleForm<Rule>, mayWrite: boolean): readonly Column<RuleRow<Rule>>[] {
  const change = ({ activity, validFrom, toCome }: RuleRow<Rule>) => {
    const from = toCome && validFrom !== null ? `&du=${validFrom.toString()}` : "";
    return (
      <a href={`${form.path}/changer?pour=${activity.activityId}${from}`}>
        {texts.list.change}
        <span class="vh"> {activity.activityName}</span>
      </a>
    );
  };
  return [
    ...cellsOf(form).map(([header, cell], index) => ({ header, cell, rowHeader: index === 0 })),
    ...(mayWrite ? [{ header: texts.list.change, cell: change }] : []),
  ];
}
