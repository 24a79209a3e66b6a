import type { ActivityOffer } from "#activities";
import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import { isToCome } from "../../rules/window-change.ts";
import { windowsInSeason } from "../check/spanned-windows.ts";
import { instantOf, momentOf } from "../moment.ts";
import type { BookingSections, WrittenBookingSections } from "../sections.ts";
import { grouped } from "./grouped.ts";
import { texts } from "./texts.fr.ts";

type Windows = NonNullable<WrittenBookingSections["windows"]>;

interface StoredWindow {
  seasonId: Id<"season">;
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  group: string | null;
  opensAt: Temporal.Instant;
  closesAt: Temporal.Instant | null;
}

/** The windows of every season, as the file writes them: activities that say the same stand together. */
export async function readWindows(reads: Reads, offer: readonly ActivityOffer[]): Promise<Windows> {
  const stored = Map.groupBy(await windowsOf(reads, offer), ({ seasonId }) => seasonId);
  const written = offer.flatMap((activity) =>
    activity.seasons.flatMap((season) =>
      (stored.get(season.seasonId) ?? []).map((window) => ({
        activity: activity.activityCode,
        window: {
          season: season.name,
          ...(window.group === null ? {} : { group: window.group }),
          opensAt: momentOf(window.opensAt),
          ...(window.closesAt === null ? {} : { closesAt: momentOf(window.closesAt) }),
          ...(window.firstDay.equals(season.firstDay) ? {} : { firstDay: window.firstDay.toString() }),
          ...(window.lastDay.equals(season.lastDay) ? {} : { lastDay: window.lastDay.toString() }),
        },
      })),
    ),
  );
  return grouped(written, ({ window }) => JSON.stringify(window)).flatMap((same) =>
    same[0] === undefined ? [] : [{ activities: same.map(({ activity }) => activity), ...same[0].window }],
  );
}

/** What a section of windows did: a sentence for each change, and for each that it left as it was. */
export interface WrittenWindows {
  readonly changes: readonly string[];
  readonly left: readonly string[];
}

/**
 * Sets the windows of the file for the slots from a day on. A window that also opens earlier slots keeps them, as it
 * was. One that has opened stays, whatever the file says: families counted on it, as the agents' page says too
 * (window-change.ts).
 */
export async function writeWindows(
  writes: Writes,
  windows: NonNullable<BookingSections["windows"]>,
  {
    offer,
    from,
    now: at,
  }: { offer: readonly ActivityOffer[]; from: Temporal.PlainDate; now: Temporal.Instant },
): Promise<WrittenWindows> {
  const left: string[] = [];
  const stored = Map.groupBy(await windowsOf(writes, offer), ({ seasonId }) => seasonId);
  const changes: string[] = [];
  for (const activity of offer) {
    for (const season of activity.seasons) {
      const span = {
        name: season.name,
        firstDay: season.firstDay.toString(),
        lastDay: season.lastDay.toString(),
      };
      const wanted = windowsInSeason(windows, activity.activityCode, span).map((window): StoredWindow => ({
        seasonId: season.seasonId,
        firstDay: Temporal.PlainDate.from(window.firstDay),
        lastDay: Temporal.PlainDate.from(window.lastDay),
        group: window.group ?? null,
        opensAt: instantOf(window.opensAt),
        closesAt: window.closesAt === undefined ? null : instantOf(window.closesAt),
      }));
      const now = (stored.get(season.seasonId) ?? []).flatMap((window) => startingAt(window, from));
      const said = wanted.flatMap((window) => startingAt(window, from));
      const named = new Set(said.map(keyOf));
      const opened = now.filter((window) => !isToCome(window, at) && !named.has(keyOf(window)));
      const told = (list: readonly StoredWindow[]) => list.map((window) => toldWindow(window, season, from));
      if (opened.length > 0) left.push(texts.openedWindows(activity.activityName, season.name, told(opened)));
      const then = [...said, ...opened];
      if (keysOf(now) === keysOf(then)) continue;
      await endWindows(writes, season.seasonId, from);
      for (const window of then) await addWindow(writes, window);
      changes.push(
        texts.windows(activity.activityName, season.name, { before: told(now), after: told(then) }),
      );
    }
  }
  return { changes, left };
}

/** A window as it is told: its days where they are not all that is left of the season. */
function toldWindow(
  { group, opensAt, closesAt, firstDay, lastDay }: StoredWindow,
  season: { readonly firstDay: Temporal.PlainDate; readonly lastDay: Temporal.PlainDate },
  from: Temporal.PlainDate,
) {
  const { compare } = Temporal.PlainDate;
  const start = compare(season.firstDay, from) < 0 ? from : season.firstDay;
  const whole = compare(firstDay, start) <= 0 && compare(lastDay, season.lastDay) >= 0;
  return { group, opensAt, closesAt, days: whole ? null : { first: firstDay, last: lastDay } };
}

/** The part of a window that opens slots from that day on. */
function startingAt(window: StoredWindow, from: Temporal.PlainDate): readonly StoredWindow[] {
  if (Temporal.PlainDate.compare(window.lastDay, from) < 0) return [];
  const late = Temporal.PlainDate.compare(window.firstDay, from) < 0;
  return [{ ...window, firstDay: late ? from : window.firstDay }];
}

function keysOf(windows: readonly StoredWindow[]): string {
  return windows.map(keyOf).toSorted().join();
}

function keyOf({ firstDay, lastDay, group, opensAt, closesAt }: StoredWindow): string {
  return JSON.stringify([firstDay, lastDay, group, opensAt, closesAt]);
}

function windowsOf(reads: Reads, offer: readonly ActivityOffer[]): Promise<StoredWindow[]> {
  return reads.rows<StoredWindow>(
    "ruleset_windows",
    `select season_id as "seasonId", first_day as "firstDay", last_day as "lastDay", priority_group as "group",
            opens_at as "opensAt", closes_at as "closesAt"
     from booking_window where season_id = any ($1::uuid[])
     order by season_id, first_day, opens_at, priority_group`,
    [offer.flatMap(({ seasons }) => seasons.map(({ seasonId }) => seasonId))],
  );
}

async function endWindows(writes: Writes, seasonId: Id<"season">, from: Temporal.PlainDate): Promise<void> {
  await writes.run(
    "ruleset_remove_windows",
    `delete from booking_window where season_id = $1 and first_day >= $2`,
    [seasonId, from.toString()],
  );
  await writes.run(
    "ruleset_end_windows",
    `update booking_window set last_day = $2::date - 1 where season_id = $1 and last_day >= $2`,
    [seasonId, from.toString()],
  );
}

async function addWindow(writes: Writes, window: StoredWindow): Promise<void> {
  await writes.run(
    "ruleset_add_window",
    `insert into booking_window (season_id, first_day, last_day, priority_group, opens_at, closes_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      window.seasonId,
      window.firstDay.toString(),
      window.lastDay.toString(),
      window.group,
      window.opensAt.toString(),
      window.closesAt?.toString() ?? null,
    ],
  );
}
