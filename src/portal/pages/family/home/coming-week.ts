import { joinList, weekdayName } from "#kernel";

import type { FamilyHome, HomeChild, HomePlace } from "./family-home.ts";
import { isBooked } from "./home-days.ts";
import { texts } from "./texts.fr.ts";

/** What one child has in the week: « Repas lundi, mardi et jeudi ». */
export interface ChildWeek {
  readonly child: HomeChild;
  readonly lines: readonly string[];
}

/** A week as the home page tells it. */
export interface ComingWeek {
  readonly monday: Temporal.PlainDate;
  /** Whether it is next week: this one has nothing left to tell. */
  readonly next: boolean;
  readonly children: readonly ChildWeek[];
}

/**
 * What the children have from today to Sunday; at the week-end, or where nothing is offered until then, next week.
 * Undefined where neither offers anything.
 */
export function comingWeek({ today, children, places }: FamilyHome): ComingWeek | undefined {
  const thisMonday = today.subtract({ days: today.dayOfWeek - 1 });
  for (const [index, monday] of [thisMonday, thisMonday.add({ weeks: 1 })].entries()) {
    const ofWeek = places.filter(
      ({ date, place }) =>
        place.kind !== "closed" &&
        Temporal.PlainDate.compare(date, monday) >= 0 &&
        Temporal.PlainDate.compare(date, monday.add({ days: 7 })) < 0,
    );
    if (ofWeek.length === 0) continue;
    const enrolled = children.filter(({ id }) => ofWeek.some(({ childId }) => childId === id));
    return {
      monday,
      next: index === 1,
      children: enrolled.map((child) => ({
        child,
        lines: weekOf(ofWeek.filter((place) => place.childId === child.id && isBooked(place))),
      })),
    };
  }
  return undefined;
}

/** Who is booked and comes, then the days on which the family said that he or she does not. */
function weekOf(booked: readonly HomePlace[]): readonly string[] {
  return [
    ...linesOf(booked.filter(({ saidAbsent }) => !saidAbsent)),
    ...linesOf(booked.filter(({ saidAbsent }) => saidAbsent)).map(texts.saidAbsent),
  ];
}

/** One line a unit, in the order in which the week meets them. */
function linesOf(booked: readonly HomePlace[]): readonly string[] {
  return [...Map.groupBy(booked, ({ unitName }) => unitName)].map(([unitName, places]) => {
    const days = [...new Set(places.map(({ date }) => weekdayName(date.dayOfWeek)))];
    return `${unitName} ${joinList(days)}`;
  });
}
