import type { Id } from "#kernel";

import type { Site } from "../offer/sites.ts";
import { activityAfter } from "./activity-after.ts";
import type { CodedActivity } from "./coded-offer.ts";
import type { ActivitySection, OfferDocument, SiteSection } from "./schema.ts";

/** What is stored of the offer. */
export interface OfferState {
  calendar: NonNullable<OfferDocument["calendar"]> | null;
  sites: readonly Site[];
  activities: readonly StoredActivity[];
}

/** A stored activity by codes, with its id. */
export interface StoredActivity extends CodedActivity {
  activityId: Id<"activity">;
}

/** What the file would change, and what it no longer names. */
export interface OfferChanges {
  /** Null: the calendar stays. */
  calendar: { before: OfferState["calendar"]; after: NonNullable<OfferState["calendar"]> } | null;
  sites: readonly { before: Site | undefined; after: SiteSection }[];
  activities: readonly { before: StoredActivity | undefined; after: CodedActivity }[];
  left: readonly Left[];
}

/** Something stored that the file does not name: it stays as it is. */
export type Left =
  | { kind: "site" | "activity"; code: string; name: string }
  | { kind: "unit" | "season"; activity: string; name: string };

/**
 * What a document changes of what is stored, from a day on: only what differs. Applied, then asked again, it says
 * nothing. A section that is absent changes nothing and leaves nothing behind.
 */
export function offerChanges(
  state: OfferState,
  document: OfferDocument,
  from: Temporal.PlainDate,
): OfferChanges {
  const { calendar, sites = [], activities = [] } = document;
  const stored = new Map(state.activities.map((activity) => [activity.code, activity]));
  return {
    calendar:
      calendar === undefined || canonical(calendar) === canonical(state.calendar)
        ? null
        : { before: state.calendar, after: calendar },
    sites: sites.flatMap((after) => {
      const before = state.sites.find(({ code }) => code === after.code);
      return before !== undefined && sameSite(before, after) ? [] : [{ before, after }];
    }),
    activities: activities.flatMap((section) => {
      const before = stored.get(section.code);
      const after = activityAfter(before, section, from);
      return before !== undefined && sameActivity(before, after) ? [] : [{ before, after }];
    }),
    left: [
      ...(document.sites === undefined ? [] : unnamed("site", state.sites, sites)),
      ...(document.activities === undefined ? [] : unnamed("activity", state.activities, activities)),
      ...activities.flatMap((section) => partsLeft(stored.get(section.code), section)),
    ],
  };
}

/** Whether nothing changes. */
export function changesNothing({ calendar, sites, activities }: OfferChanges): boolean {
  return calendar === null && sites.length === 0 && activities.length === 0;
}

function unnamed(
  kind: "site" | "activity",
  stored: readonly { code: string; name: string }[],
  named: readonly { code: string }[],
): Left[] {
  const codes = new Set(named.map(({ code }) => code));
  return stored.filter(({ code }) => !codes.has(code)).map(({ code, name }) => ({ kind, code, name }));
}

function partsLeft(before: CodedActivity | undefined, section: ActivitySection): Left[] {
  if (before === undefined) return [];
  const activity = section.name;
  const units = new Set(section.units.map(({ code }) => code));
  const after = new Set((section.seasons ?? []).flatMap(({ name, firstDay }) => [name, firstDay]));
  return [
    ...before.units
      .filter(({ code }) => !units.has(code))
      .map(({ name }) => ({ kind: "unit" as const, activity, name })),
    ...before.seasons
      .filter(({ name, firstDay }) => !after.has(name) && !after.has(firstDay.toString()))
      .map(({ name }) => ({ kind: "season" as const, activity, name })),
  ];
}

const sameSite = (before: Site, after: SiteSection) =>
  before.name === after.name && before.commune === after.commune && before.phone === (after.phone ?? "");

function sameActivity(before: StoredActivity, after: CodedActivity): boolean {
  return canonical(before) === canonical({ ...after, activityId: before.activityId });
}

/** A value as a text that does not depend on the order of keys and rows. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (value === null || typeof value !== "object" || "toJSON" in value) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, part]) => `${key}:${canonical(part)}`);
  return `{${entries.sort().join()}}`;
}
