import type { VNode } from "preact";

import { editableFields } from "../../../ruleset/edit/editable-fields.ts";
import { formatDayAndYear } from "#kernel";
import {
  BackLink,
  Button,
  DataTable,
  DateField,
  Details,
  EmptyState,
  Notice,
  type Column,
  type Page,
} from "#platform";

import { tariffTree, termsSentences, type TariffTree } from "../../../rules/tariff/tariff-tree.ts";
import type { TariffRow, TariffsOnDay } from "./tariff-rows.ts";
import { texts } from "./texts.fr.ts";

/** The tariffs in force on a day, what has none, and what was said when. */
export function tariffListPage(
  { rows, unpriced, versions }: TariffsOnDay,
  { on, mayWrite, notice }: { on: Temporal.PlainDate; mayWrite: boolean; notice: VNode | undefined },
): Page {
  const history = Map.groupBy(
    versions.toSorted((a, b) => Temporal.PlainDate.compare(b.version.validFrom, a.version.validFrom)),
    ({ version }) => version.validFrom.toString(),
  );
  return {
    title: texts.title,
    section: "offer",
    dense: true,
    before: <BackLink href="/agent/offre" label={texts.back} />,
    ...(notice === undefined ? {} : { flash: notice }),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <form method="get" action="/agent/tarifs" class="inline-form no-print">
          <DateField name="le" label={texts.on} value={on.toString()} />
          <Button variant="secondary">{texts.show}</Button>
        </form>
        {unpriced.length > 0 && (
          <Notice title={texts.unpriced(unpriced.length)}>
            <ul>
              {unpriced.map((name) => (
                <li>{name}</li>
              ))}
            </ul>
          </Notice>
        )}
        {rows.length === 0 ? (
          <EmptyState title={texts.none} />
        ) : (
          <>
            <p>{texts.count(rows.length, on)}</p>
            <DataTable caption={texts.caption(on)} rows={rows} columns={columns(mayWrite, on)} />
          </>
        )}
        <p>{texts.file}</p>
        {mayWrite && (
          <p>
            <a href="/agent/tarifs/couts">{texts.costs}</a>
          </p>
        )}
        {history.size > 0 && (
          <Details summary={texts.history}>
            {[...history].map(([day, changed]) => (
              <section>
                <h2>
                  <a href={`/agent/tarifs?le=${day}`}>
                    {texts.since(formatDayAndYear(Temporal.PlainDate.from(day)))}
                  </a>
                </h2>
                <ul>
                  {changed.map(({ activity, version }) => (
                    <li>
                      {texts.version(
                        activity.activityName,
                        version.section,
                        version.entries.length,
                        version.byLabel,
                      )}
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </Details>
        )}
      </>
    ),
  };
}

function columns(mayWrite: boolean, on: Temporal.PlainDate): readonly Column<TariffRow>[] {
  const change = (row: TariffRow) =>
    editableFields(row.entry).length > 0 && (
      <a href={`/agent/tarifs/changer?pour=${row.at.activityId}&rang=${row.at.index}&le=${on.toString()}`}>
        {texts.change}
        <span class="vh"> {rowName(row)}</span>
      </a>
    );
  return [
    { header: texts.columns.what, rowHeader: true, cell: (row) => <What row={row} /> },
    { header: texts.columns.price, cell: ({ entry }) => <Tree tree={tariffTree(entry.price)} /> },
    {
      header: texts.columns.terms,
      cell: ({ entry }) =>
        [...daysWords(entry), ...termsSentences(entry)].map((sentence) => <div>{sentence}</div>),
    },
    ...(mayWrite ? [{ header: texts.columns.action, cell: change }] : []),
  ];
}

function What({ row }: { row: TariffRow }) {
  const { entry, activities, units } = row;
  return (
    <>
      {entry.name !== undefined && <div>{entry.name}</div>}
      {activities.map(({ activityName }) => (
        <div>{units.length === 0 ? activityName : `${activityName} : ${units.join(", ")}`}</div>
      ))}
    </>
  );
}

/** « Repas 2026-2027 », else the activities that have it. */
export function rowName({ entry, activities }: Pick<TariffRow, "entry" | "activities">): string {
  return entry.name ?? activities.map(({ activityName }) => activityName).join(", ");
}

/** A price in words, its parts below each other. */
export function Tree({ tree }: { tree: TariffTree }) {
  return (
    <>
      {tree.says}
      {tree.parts.length > 0 && (
        <ul>
          {tree.parts.map(({ label, tree: part }) => (
            <li>
              {label} : <Tree tree={part} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function daysWords({ firstDay, lastDay }: TariffRow["entry"]): readonly string[] {
  const day = (iso: string) => formatDayAndYear(Temporal.PlainDate.from(iso));
  return [
    ...(firstDay === undefined ? [] : [texts.firstDay(day(firstDay))]),
    ...(lastDay === undefined ? [] : [texts.lastDay(day(lastDay))]),
  ];
}
