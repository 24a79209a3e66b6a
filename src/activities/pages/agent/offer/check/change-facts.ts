import { formatShortDate, formatTime, joinList, weekdayName } from "#kernel";

import type { OfferChanges } from "../../../../ruleset/offer-changes.ts";
import type { ActivitySection, OfferDocument, SiteSection } from "../../../../ruleset/schema.ts";
import { sectionOf } from "../../../../ruleset/section-of.ts";
import { WEEKDAYS } from "../../../../ruleset/weekdays.ts";
import { texts } from "../texts.fr.ts";

/** One thing that changes, in words: as it is, and as it will be; null where there is nothing. */
export interface ChangedFact {
  what: string;
  before: string | null;
  after: string | null;
}

type Facts = ReadonlyMap<string, string>;

/** What a document changes, fact by fact, as it holds from a day on. */
export function changedFacts(
  { calendar, sites, activities }: OfferChanges,
  from: Temporal.PlainDate,
): readonly ChangedFact[] {
  return [
    ...(calendar === null
      ? []
      : difference(calendarFacts(calendar.before ?? undefined), calendarFacts(calendar.after))),
    ...sites.flatMap(({ before, after }) => difference(siteFacts(before), siteFacts(after))),
    ...activities.flatMap(({ before, after }) =>
      difference(
        before === undefined ? new Map() : activityFacts(sectionOf(before, from)),
        activityFacts(sectionOf(after, from)),
      ),
    ),
  ];
}

function difference(before: Facts, after: Facts): ChangedFact[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((what) => {
    const fact = { what, before: before.get(what) ?? null, after: after.get(what) ?? null };
    return fact.before === fact.after ? [] : [fact];
  });
}

function calendarFacts(calendar: OfferDocument["calendar"]): Facts {
  return new Map(calendar === undefined ? [] : [[texts.facts.calendar, texts.facts.calendarWords(calendar)]]);
}

function siteFacts(site: SiteSection | undefined): Facts {
  if (site === undefined) return new Map();
  const of = texts.facts.ofSite(site.code);
  return new Map([
    [`${of} – ${texts.site.name}`, site.name],
    [`${of} – ${texts.site.commune}`, site.commune],
    [`${of} – ${texts.site.phone}`, site.phone || texts.facts.nothing],
  ]);
}

function activityFacts(section: ActivitySection): Facts {
  const units = new Map(section.units.map((unit) => [unit.code, unit.name]));
  const unitName = (code: string) => units.get(code) ?? code;
  const ages = new Map((section.ageGroups ?? []).map((group) => [group.code, group.name]));
  return new Map([
    [texts.facts.name, section.name],
    [texts.facts.site, section.site],
    [texts.facts.audience, texts.activity.audiences[section.audience ?? "children"]],
    ...section.units.map((unit): [string, string] => [
      texts.facts.unit(unit.name),
      [
        `${hour(unit.from)} – ${hour(unit.to)}`,
        unit.meal ? texts.unit.withMeal : "",
        unit.hourStep === undefined ? "" : texts.facts.step(unit.hourStep),
        unit.bookedBy === undefined || unit.bookedBy === "slot" ? "" : texts.unit.bookedBys[unit.bookedBy],
        unit.leastDaysAWeek === undefined ? "" : texts.facts.least(unit.leastDaysAWeek),
        unit.companions === undefined
          ? ""
          : texts.facts.companions(unit.companions, unit.counts === "companions"),
        unit.excludes === undefined ? "" : texts.facts.excludes(joinList(unit.excludes.map(unitName))),
        unit.needs === undefined ? "" : texts.facts.needs(joinList(unit.needs.map(unitName))),
      ]
        .filter((words) => words !== "")
        .join(", "),
    ]),
    ...(section.ageGroups ?? []).map((group): [string, string] => [
      texts.facts.ages(group.name),
      texts.facts.agesWords(group),
    ]),
    ...(section.seasons ?? []).flatMap((season): [string, string][] => [
      [
        texts.facts.season(season.name),
        texts.facts.seasonWords(
          shortDate(season.firstDay),
          shortDate(season.lastDay),
          season.opensOn ?? "school",
        ),
      ],
      ...(season.openings ?? []).flatMap((opening) =>
        opening.units.flatMap((unit) =>
          opening.weekdays.map((weekday): [string, string] => [
            texts.facts.opening(season.name, unitName(unit), weekdayName(WEEKDAYS.indexOf(weekday) + 1)),
            texts.facts.places(opening.places, hoursOf(opening)),
          ]),
        ),
      ),
      ...(season.dates ?? []).flatMap((group) =>
        group.units.flatMap((unit) =>
          group.dates.map((date): [string, string] => [
            texts.facts.opening(season.name, unitName(unit), shortDate(date)),
            texts.facts.places(group.places, hoursOf(group)),
          ]),
        ),
      ),
      ...(season.capacities ?? []).flatMap((capacity) =>
        (capacity.weekdays ?? [undefined]).map((weekday): [string, string] => [
          texts.facts.capacity(
            season.name,
            weekday === undefined ? texts.capacity.everyDay : weekdayName(WEEKDAYS.indexOf(weekday) + 1),
            capacity.ageGroup === undefined ? texts.capacity.everyAge : (ages.get(capacity.ageGroup) ?? ""),
            hour(capacity.from),
          ),
          texts.facts.shared(capacity, hour(capacity.to)),
        ]),
      ),
    ]),
  ]);
}

const hour = (time: string) => formatTime(Temporal.PlainTime.from(time));
const shortDate = (date: string) => formatShortDate(Temporal.PlainDate.from(date));

function hoursOf({ from, to }: { from?: string | undefined; to?: string | undefined }): string | null {
  return from === undefined || to === undefined ? null : `${hour(from)} – ${hour(to)}`;
}
