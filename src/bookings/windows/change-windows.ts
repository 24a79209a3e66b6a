import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import type { SignedInVisit } from "#identity";
import { writeJournal, type Reads, type Writes } from "#platform";

import { offeredSeasons, type OfferedSeason } from "../enrolments/offered-seasons.ts";
import { groupNames } from "../rules/conditions/group-phrase.ts";
import { windowChangeRefusal, type WindowRefusal } from "../rules/window-change.ts";
import { mayOpenAt } from "./policy.ts";
import {
  daysBefore,
  lockWindows,
  removeWindow,
  windowCards,
  writeWindow,
  type NewWindow,
  type WindowCard,
} from "./window-queries.ts";

/** Why a window was not changed; nothing was written. */
export type ChangeRefusal =
  | WindowRefusal
  /** No such season or window at the agent's sites. */
  | { code: "unknown" }
  /** The season has a window for these days and this group. */
  | { code: "same-window" }
  /** The rule of the activity defines no such priority group: nobody would ever be in it. */
  | { code: "unknown-group" };

/** What changing windows needs of a visit. */
type WindowVisit = Pick<SignedInVisit, "actor" | "database" | "now" | "address">;

/** What a window will do to its days: read before it is written. */
export interface WindowPreview {
  season: OfferedSeason;
  /** The window that it takes the place of, as it is until then; null for a new one. */
  before: WindowCard | null;
  /** Bookings that its days hold already; they stay. */
  bookings: number;
  /** Days that can be booked now, and will close until a window opens. */
  openDays: number;
}

/** What this window will do; writes nothing. */
export function previewWindow(
  { actor, database, now }: WindowVisit,
  window: NewWindow,
  replaces: Id<"window"> | null,
): Promise<Result<WindowPreview, ChangeRefusal>> {
  return database.read(async (reads) => {
    const judged = await judge(reads, actor, now, window, replaces);
    if (!judged.ok) return judged;
    const [before] = replaces === null ? [] : await windowCards(reads, parisDate(now), replaces);
    return ok({ season: judged.value, before: before ?? null, ...(await daysBefore(reads, window)) });
  });
}

/**
 * Writes a window of a season, new or in place of one that has not opened, and the journal's line. Refuses what has
 * opened, what opens in the past, days outside the season, a group that
 * the activity does not know, and a second window for the same days and group.
 */
export function saveWindow(
  visit: WindowVisit,
  window: NewWindow,
  replaces: Id<"window"> | null,
): Promise<Result<Id<"window">, ChangeRefusal>> {
  return visit.database.write(async (writes) => {
    await lockWindows(writes, window.seasonId);
    const judged = await judge(writes, visit.actor, visit.now, window, replaces);
    if (!judged.ok) return judged;
    const windowId = await writeWindow(writes, window, replaces);
    if (windowId === undefined) return refuse({ code: "same-window" });
    await journal(writes, visit, "windows.save", windowId, window);
    return ok(windowId);
  });
}

/** Takes away a window that has not opened; the journal keeps what it was. Once it is gone, so it stays. */
export function takeWindowAway(
  visit: WindowVisit,
  windowId: Id<"window">,
): Promise<Result<undefined, ChangeRefusal>> {
  return visit.database.write(async (writes) => {
    const [card] = await windowCards(writes, parisDate(visit.now), windowId);
    if (card === undefined || !mayOpenAt(visit.actor, card.siteId)) return refuse({ code: "unknown" });
    await lockWindows(writes, card.seasonId);
    const span = { first: card.firstDay, last: card.lastDay };
    const refusal = windowChangeRefusal(card, null, span, visit.now);
    if (refusal !== undefined) return refuse(refusal);
    await removeWindow(writes, windowId);
    await journal(writes, visit, "windows.remove", windowId, card);
    return ok(undefined);
  });
}

async function judge(
  reads: Reads,
  actor: WindowVisit["actor"],
  now: Temporal.Instant,
  window: NewWindow,
  replaces: Id<"window"> | null,
): Promise<Result<OfferedSeason, ChangeRefusal>> {
  const today = parisDate(now);
  const [season] = await offeredSeasons(reads, now, window.seasonId);
  if (season === undefined || !mayOpenAt(actor, season.siteId)) return refuse({ code: "unknown" });
  let before: WindowCard | null = null;
  if (replaces !== null) {
    const [card] = await windowCards(reads, today, replaces);
    if (card === undefined || !mayOpenAt(actor, card.siteId)) return refuse({ code: "unknown" });
    before = card;
  }
  const known = groupNames(season.conditions);
  if (window.group !== null && !known.has(window.group)) return refuse({ code: "unknown-group" });
  const refusal = windowChangeRefusal(before, window, { first: season.firstDay, last: season.lastDay }, now);
  return refusal === undefined ? ok(season) : refuse(refusal);
}

async function journal(
  writes: Writes,
  { actor, now, address }: WindowVisit,
  act: string,
  windowId: Id<"window">,
  { seasonId, firstDay, lastDay, group, opensAt, closesAt }: NewWindow,
): Promise<void> {
  await writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act,
    objectKind: "booking-window",
    objectId: windowId,
    facts: {
      seasonId,
      firstDay: firstDay.toString(),
      lastDay: lastDay.toString(),
      group,
      opensAt: opensAt.toString(),
      closesAt: closesAt?.toString() ?? null,
    },
    address,
  });
}
