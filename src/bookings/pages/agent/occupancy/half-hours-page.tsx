import { capitalise, formatDay, formatDayAndYear } from "#kernel";
import { BackLink, BarChart, DataTable, EmptyState, Pager, type Column, type Page } from "#platform";

import type { DayOccupancy, HalfHour } from "../../../occupancy/day-occupancy.ts";
import type { ScopedUnit } from "../../../occupancy/units-in-scope.ts";
import { takenWords } from "../../../rules/taken-words.ts";
import { SharedPlaces } from "./occupancy-page.tsx";
import { texts } from "./texts.fr.ts";

/** An activity's day by half-hour: who is there, the adults needed, what is left. */
export function halfHoursPage(
  { activityId, activityName, siteName }: ScopedUnit,
  names: ReadonlyMap<string, ScopedUnit>,
  date: Temporal.PlainDate,
  shown: { day: DayOccupancy | undefined; hours: readonly HalfHour[] },
): Page {
  const { day, hours } = shown;
  const title = texts.hours.title(activityName, formatDay(date));
  const address = (to: Temporal.PlainDate) => `/agent/occupation/${activityId}/${to.toString()}`;
  return {
    title,
    section: "occupancy",
    dense: true,
    before: (
      <BackLink
        href={`/agent/occupation?activite=${activityId}&du=${date.toString()}`}
        label={texts.hours.back}
      />
    ),
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{siteName}</p>
        <Pager
          label={texts.hours.days}
          previous={{ href: address(date.subtract({ days: 1 })), label: texts.hours.before }}
          current={capitalise(formatDayAndYear(date))}
          next={{ href: address(date.add({ days: 1 })), label: texts.hours.after }}
        />
        {day === undefined || hours.length === 0 ? (
          <EmptyState title={day === undefined ? texts.nothing : texts.hours.closed} />
        ) : (
          <>
            <p>{day.staff === null ? texts.hours.noRatio : texts.hours.staffMost(day.staff)}</p>
            <BarChart
              caption={texts.hours.chart}
              table={null}
              bars={hours.map(({ from, to, present, places, left }) => ({
                label: texts.hours.span(from, to),
                value: present,
                room: Math.max(present, places),
                text: takenWords({ taken: present, places }),
                attention: left === 0,
              }))}
            />
            <DataTable
              caption={texts.hours.table}
              rows={hours}
              columns={[
                {
                  header: texts.hours.hour,
                  rowHeader: true,
                  cell: ({ from, to, sharedOver, sharedBy }) => (
                    <>
                      {texts.hours.span(from, to)}
                      {sharedBy.length > 1 && (
                        <SharedPlaces over={sharedOver} units={sharedBy} names={names} />
                      )}
                    </>
                  ),
                },
                ...groupColumns(hours),
                { header: texts.hours.present, numeric: true, cell: ({ present }) => present },
                { header: texts.places, numeric: true, cell: ({ places }) => places },
                { header: texts.left, numeric: true, cell: ({ left }) => left },
                {
                  header: texts.staff,
                  numeric: true,
                  cell: ({ staff }) => (day.staff === null ? texts.noRatio : staff),
                },
              ]}
            />
          </>
        )}
      </>
    ),
  };
}

/** One column an age group: who is there of its places, what is left, the adults that its ratio asks for. */
function groupColumns(hours: readonly HalfHour[]): readonly Column<HalfHour>[] {
  return (hours[0]?.groups ?? []).map(({ groupId, name }) => ({
    header: name,
    cell: ({ groups }) => {
      const group = groups.find((one) => one.groupId === groupId);
      if (group === undefined) return "";
      const { present, room, staff } = group;
      const more = [
        ...(room === null ? [] : [texts.hours.left(room.left)]),
        ...(staff === null ? [] : [texts.hours.groupStaff(staff)]),
      ];
      return (
        <>
          {room === null ? present : takenWords({ taken: present, places: room.places })}
          {more.length > 0 && <span class="hint"> {more.join(", ")}</span>}
        </>
      );
    },
  }));
}
