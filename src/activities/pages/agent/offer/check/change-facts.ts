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
  /** It has no date of its own: it holds at once, for every slot. */
  atOnce: boolean;
}

interface Fact {
  words: string;
  atOnce: boolean;
}

type Facts = ReadonlyMap<string, Fact>;

const atOnce = (words: string): Fact => ({ words, atOnce: true });
const dated = (words: string): Fact => ({ words, atOnce: false });

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
    ...activities.flatMap(({ before, after }) => {
      const [old, next] = [before && sectionOf(before, from), sectionOf(after, from)];
      const names = new Map([...next.units, ...(old?.units ?? [])].map((unit) => [unit.code, unit.name]));
      return difference(
        old === undefined ? new Map() : activityFacts(old, names),
        activityFacts(next, names),
      );
    }),
  ];
}

function difference(before: Facts, after: Facts): ChangedFact[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((what) => {
    const [old, next] = [before.get(what), after.get(what)];
    if (old?.words === next?.words) return [];
    return {
      what,
      before: old?.words ?? null,
      after: next?.words ?? null,
      atOnce: (next ?? old)?.atOnce === true,
    };
  });
}

function calendarFacts(calendar: OfferDocument["calendar"]): Facts {
  return new Map(
    calendar === undefined ? [] : [[texts.facts.calendar, atOnce(texts.facts.calendarWords(calendar))]],
  );
}

function siteFacts(site: SiteSection | undefined): Facts {
  if (site === undefined) return new Map();
  const of = texts.facts.ofSite(site.code);
  return new Map([
    [`${of} – ${texts.site.name}`, atOnce(site.name)],
    [`${of} – ${texts.site.commune}`, atOnce(site.commune)],
    [`${of} – ${texts.site.phone}`, atOnce(site.phone || texts.facts.nothing)],
  ]);
}

/** `names`: how the units are called until now, so that one that is renamed is still the same. */
function activityFacts(section: ActivitySection, names: ReadonlyMap<string, string>): Facts {
  const unitName = (code: string) => names.get(code) ?? code;
  const ages = new Map((section.ageGroups ?? []).map((group) => [group.code, group.name]));
  return new Map([
    [texts.facts.name, atOnce(section.name)],
    [texts.facts.site, atOnce(section.site)],
    [texts.facts.audience, atOnce(texts.activity.audiences[section.audience ?? "children"])],
    ...section.units.flatMap((unit): [string, Fact][] => [
      [texts.facts.unitName(unitName(unit.code)), atOnce(unit.name)],
      [
        texts.facts.unitHours(unitName(unit.code)),
        dated(
          [
            `${hour(unit.from)} – ${hour(unit.to)}`,
            ...(unit.hourStep === undefined ? [] : [texts.facts.step(unit.hourStep)]),
          ].join(", "),
        ),
      ],
      [texts.facts.unit(unitName(unit.code)), atOnce(unitWords(unit, unitName))],
    ]),
    ...(section.ageGroups ?? []).map((group): [string, Fact] => [
      texts.facts.ages(group.name),
      atOnce(texts.facts.agesWords(group)),
    ]),
    ...(section.seasons ?? []).flatMap((season): [string, Fact][] => [
      [
        texts.facts.season(season.name),
        dated(
          texts.facts.seasonWords(
            shortDate(season.firstDay),
            shortDate(season.lastDay),
            season.opensOn ?? "school",
          ),
        ),
      ],
      ...(season.openings ?? []).flatMap((opening) =>
        opening.units.flatMap((unit) =>
          opening.weekdays.map((weekday): [string, Fact] => [
            texts.facts.opening(season.name, unitName(unit), weekdayName(WEEKDAYS.indexOf(weekday) + 1)),
            dated(texts.facts.places(opening.places, hoursOf(opening))),
          ]),
        ),
      ),
      ...(season.dates ?? []).flatMap((group) =>
        group.units.flatMap((unit) =>
          group.dates.map((date): [string, Fact] => [
            texts.facts.opening(season.name, unitName(unit), shortDate(date)),
            dated(texts.facts.places(group.places, hoursOf(group))),
          ]),
        ),
      ),
      ...(season.capacities ?? []).flatMap((capacity) =>
        (capacity.weekdays ?? [undefined]).map((weekday): [string, Fact] => [
          texts.facts.capacity(
            season.name,
            weekday === undefined ? texts.capacity.everyDay : weekdayName(WEEKDAYS.indexOf(weekday) + 1),
            capacity.ageGroup === undefined ? texts.capacity.everyAge : (ages.get(capacity.ageGroup) ?? ""),
            hour(capacity.from),
          ),
          dated(texts.facts.shared(capacity, hour(capacity.to))),
        ]),
      ),
    ]),
  ]);
}

/** How a unit is booked. */
function unitWords(unit: ActivitySection["units"][number], unitName: (code: string) => string): string {
  const words = [
    unit.meal ? texts.unit.withMeal : "",
    unit.bookedBy === undefined || unit.bookedBy === "slot" ? "" : texts.unit.bookedBys[unit.bookedBy],
    unit.leastDaysAWeek === undefined ? "" : texts.facts.least(unit.leastDaysAWeek),
    unit.companions === undefined
      ? ""
      : texts.facts.companions(unit.companions, unit.counts === "companions"),
    unit.excludes === undefined ? "" : texts.facts.excludes(joinList(unit.excludes.map(unitName))),
    unit.needs === undefined ? "" : texts.facts.needs(joinList(unit.needs.map(unitName))),
  ].filter((said) => said !== "");
  return words.length === 0 ? texts.facts.nothing : words.join(", ");
}

const hour = (time: string) => formatTime(Temporal.PlainTime.from(time));
const shortDate = (date: string) => formatShortDate(Temporal.PlainDate.from(date));

function hoursOf({ from, to }: { from?: string | undefined; to?: string | undefined }): string | null {
  return from === undefined || to === undefined ? null : `${hour(from)} – ${hour(to)}`;
}
