import type { Finding } from "#kernel";

import type { ActivitySection, UnitSection } from "../schema.ts";
import { texts } from "../texts.fr.ts";
import { hoursFindings, namedTwice, refused, warning, when } from "./findings.ts";

type Path = Finding["path"];

/** What contradicts itself among the units of an activity; which of them never open. */
export function checkUnits({ units, seasons = [] }: ActivitySection, above: Path): readonly Finding[] {
  const path = [...above, "units"];
  const opened = new Set(
    seasons.flatMap(({ openings = [], dates = [] }) => [...openings, ...dates].flatMap((said) => said.units)),
  );
  return [
    ...namedTwice(
      units.map(({ code }) => code),
      (index) => [...path, index, "code"],
      texts.check.unitTwice,
    ),
    ...units.flatMap((unit, index) => [
      ...hoursFindings(unit, [...path, index], texts.check),
      ...checkBooking(unit, [...path, index]),
      ...checkRelations(unit, units, [...path, index]),
      ...when(seasons.length > 0 && !opened.has(unit.code), () =>
        warning([...path, index], texts.check.neverOpens(unit.name)),
      ),
    ]),
  ];
}

function checkBooking(unit: UnitSection, path: Path): readonly Finding[] {
  const { hourStep, bookedBy = "slot", leastDaysAWeek, companions, counts } = unit;
  return [
    ...when(hourStep !== undefined && minutesOf(unit.to) - minutesOf(unit.from) < hourStep, () =>
      refused([...path, "hourStep"], texts.check.stepTooLong),
    ),
    ...when(hourStep !== undefined && bookedBy !== "slot", () =>
      refused([...path, "hourStep"], texts.check.hoursInAPackage),
    ),
    ...when(leastDaysAWeek !== undefined && bookedBy !== "slot", () =>
      refused([...path, "leastDaysAWeek"], texts.check.leastInAPackage),
    ),
    ...when(companions !== undefined && bookedBy !== "slot", () =>
      refused([...path, "companions"], texts.check.companionsInAPackage),
    ),
    ...when(companions === undefined && counts === "companions", () =>
      refused([...path, "counts"], texts.check.countsWithout),
    ),
  ];
}

function checkRelations(unit: UnitSection, units: readonly UnitSection[], path: Path): readonly Finding[] {
  const { excludes = [], needs = [] } = unit;
  const each = (key: "excludes" | "needs", others: readonly string[]) =>
    others.flatMap((other, index) => {
      const at = [...path, key, index];
      if (other === unit.code) return [refused(at, texts.check.relatedToItself)];
      return when(
        units.every(({ code }) => code !== other),
        () => refused(at, texts.check.noSuchUnit(other)),
      );
    });
  return [
    ...each("excludes", excludes),
    ...each("needs", needs),
    ...needs.flatMap((other, index) => {
      const theirs = units.find(({ code }) => code === other)?.excludes ?? [];
      return when(excludes.includes(other) || theirs.includes(unit.code), () =>
        refused([...path, "needs", index], texts.check.needsWhatItExcludes(other)),
      );
    }),
  ];
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
