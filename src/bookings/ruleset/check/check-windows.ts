import { scopeFindings, type OfferDocument } from "#activities";
import type { Finding } from "#kernel";

import { instantOf } from "../moment.ts";
import type { BookingSections } from "../sections.ts";
import { windowsInSeason, type SpannedWindow } from "./spanned-windows.ts";
import { texts } from "./texts.fr.ts";

type Windows = NonNullable<BookingSections["windows"]>;

/**
 * Refuses names that the offer lacks, windows that close before they open, that lie outside their season or overlap for
 * the same families; warns of slots that no window holds, and of a group that comes after everybody.
 */
export function checkWindows(windows: Windows, offer: OfferDocument): readonly Finding[] {
  return [
    ...windows.flatMap((window, index) => [
      ...scopeFindings(offer, window, ["windows", index]),
      ...ownFindings(window, index),
    ]),
    ...uniqueByPlace(
      (offer.activities ?? []).flatMap((activity) =>
        (activity.seasons ?? []).flatMap((season) => {
          const inSeason = windowsInSeason(windows, activity.code, season);
          return [
            ...inSeason.flatMap((window) => spanFindings(window, season)),
            ...overlaps(inSeason),
            ...holes(inSeason, season, activity.code),
          ];
        }),
      ),
    ),
  ];
}

function ownFindings({ opensAt, closesAt }: Windows[number], index: number): readonly Finding[] {
  if (closesAt === undefined || Temporal.Instant.compare(instantOf(opensAt), instantOf(closesAt)) < 0)
    return [];
  return [{ path: ["windows", index, "closesAt"], kind: "refused", sentence: texts.closesBeforeOpening }];
}

function spanFindings(
  { index, firstDay, lastDay }: SpannedWindow,
  season: { firstDay: string; lastDay: string },
): readonly Finding[] {
  const path = ["windows", index];
  if (lastDay < firstDay) return [{ path, kind: "refused", sentence: texts.spanUpsideDown }];
  if (firstDay < season.firstDay || lastDay > season.lastDay)
    return [{ path, kind: "refused", sentence: texts.outsideSeason(season.firstDay, season.lastDay) }];
  return [];
}

function overlaps(windows: readonly SpannedWindow[]): readonly Finding[] {
  return windows.flatMap((window, position): readonly Finding[] => {
    const earlier = windows.slice(0, position).filter((other) => meet(window, other));
    if (earlier.some((other) => other.group === window.group))
      return [{ path: ["windows", window.index], kind: "refused", sentence: texts.windowsOverlap }];
    const late = windows.some(
      (other) =>
        window.group !== undefined &&
        other.group === undefined &&
        meet(window, other) &&
        other.opensAt <= window.opensAt,
    );
    if (!late) return [];
    return [{ path: ["windows", window.index], kind: "warning", sentence: texts.groupAfterAll }];
  });
}

function meet(a: SpannedWindow, b: SpannedWindow): boolean {
  return a.firstDay <= b.lastDay && b.firstDay <= a.lastDay;
}

function holes(
  windows: readonly SpannedWindow[],
  season: { name: string; firstDay: string; lastDay: string },
  activity: string,
): readonly Finding[] {
  const [first] = windows;
  if (first === undefined) return [];
  const path = ["windows", first.index];
  let reached = Temporal.PlainDate.from(season.firstDay).subtract({ days: 1 }).toString();
  const found: Finding[] = [];
  const end = Temporal.PlainDate.from(season.lastDay).add({ days: 1 }).toString();
  const spans = windows.map(({ firstDay, lastDay }) => ({ firstDay, lastDay }));
  for (const { firstDay, lastDay } of [...spans, { firstDay: end, lastDay: end }].toSorted(byFirstDay)) {
    const next = Temporal.PlainDate.from(reached).add({ days: 1 });
    const until = Temporal.PlainDate.from(firstDay).subtract({ days: 1 });
    // A gap of a few days between two periods is a week-end or holidays.
    if (next.until(until).days > 20)
      found.push({ path, kind: "warning", sentence: texts.daysWithoutWindow(activity, next, until) });
    if (lastDay > reached) reached = lastDay;
  }
  if (windows.every(({ group }) => group !== undefined))
    found.push({ path, kind: "warning", sentence: texts.nobodyElse(activity, season.name) });
  return found;
}

const byFirstDay = (a: { firstDay: string }, b: { firstDay: string }) => (a.firstDay < b.firstDay ? -1 : 1);

/** A window of several activities is looked at for each; what is the same for all is said once. */
function uniqueByPlace(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
