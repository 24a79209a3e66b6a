import { capitalise, formatDateRange } from "#kernel";
import { Button, DateField, Pager, Select } from "#platform";
import type { ComponentChildren } from "preact";

import type { ScopedUnit } from "../../../occupancy/units-in-scope.ts";
import { addressOf, daysOf, mondayOf, type Chosen, type DaysToCorrect } from "./chosen.ts";
import { texts } from "./texts.fr.ts";

/** What the form of a page is made from. */
export interface FilterProps {
  path: string;
  all: readonly ScopedUnit[];
  chosen: Chosen | DaysToCorrect;
  /** Fields of the page's own, first. */
  children?: ComponentChildren;
  /** What the page's own fields say, kept by the links to other days. */
  kept?: { quoi?: string };
}

/** Site, activity and days, all in the address bar; then the days before and after, as many. */
export function FilterForm({ path, all, chosen, children, kept = {} }: FilterProps) {
  const { du, au } = daysOf(chosen);
  const corrections = "corrections" in chosen ? chosen.corrections : [];
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  return (
    <>
      <form method="get" action={path} class="inline-form no-print">
        {children}
        <Select
          name="lieu"
          label={texts.site}
          value={chosen.siteId ?? ""}
          options={optionsOf(texts.everySite, all, ({ siteId, siteName }) => [siteId, siteName])}
          optional
        />
        <Select
          name="activite"
          label={texts.activity}
          value={chosen.activityId ?? ""}
          options={optionsOf(texts.everyActivity, all, ({ activityId, activityName }) => [
            activityId,
            activityName,
          ])}
          optional
        />
        <DateField name="du" label={texts.first} value={du} correction={correction("du")} optional />
        <DateField name="au" label={texts.last} value={au} correction={correction("au")} optional />
        <Button variant="secondary">{texts.show}</Button>
      </form>
      {"corrections" in chosen ? null : <OtherDays path={path} chosen={chosen} kept={kept} />}
    </>
  );
}

function OtherDays({ path, chosen, kept }: { path: string; chosen: Chosen; kept: { quoi?: string } }) {
  const { first, last } = chosen;
  const days = first.until(last).days + 1;
  const moved = (by: number) => ({
    ...kept,
    du: first.add({ days: by }).toString(),
    au: last.add({ days: by }).toString(),
  });
  return (
    <>
      <Pager
        label={texts.days}
        previous={{ href: addressOf(path, chosen, moved(-days)), label: texts.before(days) }}
        current={capitalise(formatDateRange(first, last))}
        next={{ href: addressOf(path, chosen, moved(days)), label: texts.after(days) }}
      />
      <p class="row no-print">
        <a href={addressOf(path, chosen, { ...kept, ...weekOf(first) })}>{texts.week}</a>
        <a href={addressOf(path, chosen, { ...kept, ...monthOf(first) })}>{texts.month}</a>
      </p>
    </>
  );
}

function weekOf(day: Temporal.PlainDate) {
  const monday = mondayOf(day);
  return { du: monday.toString(), au: monday.add({ days: 6 }).toString() };
}

function monthOf(day: Temporal.PlainDate) {
  const first = day.with({ day: 1 });
  return { du: first.toString(), au: first.with({ day: first.daysInMonth }).toString() };
}

function optionsOf(
  every: string,
  all: readonly ScopedUnit[],
  of: (unit: ScopedUnit) => readonly [value: string, label: string],
) {
  const known = [...new Map(all.map(of))].map(([value, label]) => ({ value, label }));
  return [{ value: "", label: every }, ...known];
}
