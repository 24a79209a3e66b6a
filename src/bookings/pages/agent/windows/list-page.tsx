import type { SignedInVisit } from "#identity";
import { formatDateRange, parisDate } from "#kernel";
import {
  DataTable,
  EmptyState,
  ErrorSummary,
  type Column,
  type Correction,
  type Page,
  type Reads,
} from "#platform";
import type { VNode } from "preact";

import { offeredSeasons, type OfferedSeason } from "../../../enrolments/offered-seasons.ts";
import { groupNames, groupPhrase } from "../../../rules/conditions/group-phrase.ts";
import { isToCome } from "../../../rules/window-change.ts";
import { momentOf } from "../../../rules/window-sentence.ts";
import { mayOpenAt } from "../../../windows/policy.ts";
import { windowCards, type WindowCard } from "../../../windows/window-queries.ts";
import { WindowFormView } from "./form-view.tsx";
import { texts } from "./texts.fr.ts";
import type { TypedWindow } from "./window-form.ts";

/** What opens when at the agent's sites, then the form. */
export async function windowsPage(
  reads: Reads,
  { actor, now }: SignedInVisit,
  shown: { typed: TypedWindow; corrections?: readonly Correction[]; notice?: VNode | undefined },
): Promise<Page> {
  const today = parisDate(now);
  const { corrections = [], notice, typed } = shown;
  const seasons = (await offeredSeasons(reads, now)).filter(({ siteId }) => mayOpenAt(actor, siteId));
  const windows = (await windowCards(reads, today)).filter(({ siteId }) => mayOpenAt(actor, siteId));
  const flash = corrections.length > 0 ? <ErrorSummary items={corrections} /> : notice;
  return {
    title: texts.title,
    section: "windows",
    dense: true,
    toCorrect: corrections.length > 0,
    ...(flash === undefined ? {} : { flash }),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {windows.length === 0 ? (
          <EmptyState title={texts.list.none}>
            <p>{texts.list.noneMore}</p>
          </EmptyState>
        ) : (
          <DataTable
            caption={texts.list.title(windows.length)}
            rows={windows}
            columns={columns(seasons, now)}
          />
        )}
        <WindowFormView seasons={seasons} typed={typed} corrections={corrections} />
      </>
    ),
  };
}

/** For whom a window opens: « tous », « les habitants ». */
export function whomOf(
  { seasonId, group }: Pick<WindowCard, "seasonId" | "group">,
  seasons: readonly OfferedSeason[],
): string {
  if (group === null) return texts.all;
  const season = seasons.find((one) => one.seasonId === seasonId);
  return groupPhrase(group, groupNames(season?.conditions ?? []));
}

function columns(seasons: readonly OfferedSeason[], now: Temporal.Instant): readonly Column<WindowCard>[] {
  return [
    { header: texts.list.opens, rowHeader: true, cell: ({ opensAt }) => momentOf(opensAt) },
    { header: texts.list.whom, cell: (window) => whomOf(window, seasons) },
    {
      header: texts.list.activity,
      cell: ({ activityName, seasonName }) => texts.form.seasonOf(activityName, seasonName),
    },
    { header: texts.list.days, cell: ({ firstDay, lastDay }) => formatDateRange(firstDay, lastDay) },
    {
      header: texts.list.closes,
      cell: ({ closesAt }) => (closesAt === null ? texts.list.never : momentOf(closesAt)),
    },
    { header: texts.list.state, cell: (window) => stateOf(window, now) },
    {
      header: texts.list.act,
      cell: (window) =>
        isToCome(window, now) && (
          <a href={`/agent/ouvertures/${window.windowId}`}>
            {texts.list.change}
            <span class="vh"> {texts.list.changeWhat(window.activityName, whomOf(window, seasons))}</span>
          </a>
        ),
    },
  ];
}

function stateOf(window: WindowCard, now: Temporal.Instant): string {
  if (isToCome(window, now)) return texts.list.toCome;
  const over = window.closesAt !== null && Temporal.Instant.compare(window.closesAt, now) < 0;
  return over ? texts.list.over : texts.list.open;
}
