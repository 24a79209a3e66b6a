import { capitalise, weekdayName } from "#kernel";

import { minuteWords } from "../../../rules/contract/contract-words.ts";
import type { UnitHours } from "../../../rules/contract/week-pattern.ts";
import { choosableTimes } from "../../../rules/hours.ts";
import { momentText } from "./contract-form.ts";
import { texts } from "./texts.fr.ts";

/** Arrival and departure of each weekday, in the unit's steps; nothing chosen is a day without care. */
export function WeekFields(props: {
  /** Before the names of the fields: « adaptation- », or nothing. */
  prefix: "" | "adaptation-";
  weekdays: readonly number[];
  hours: UnitHours;
  arrivals: readonly string[];
  departures: readonly string[];
  correction: (field: string) => string | undefined;
}) {
  const { prefix, weekdays, hours, arrivals, departures, correction } = props;
  const times = choosableTimes(hours, hours.step);
  return (
    <>
      {weekdays.map((weekday) => {
        const ends = [`${prefix}arrivee-${weekday}`, `${prefix}depart-${weekday}`] as const;
        const [id, said] = ends
          .map((end) => [end, correction(end)] as const)
          .find(([, message]) => message !== undefined) ?? [ends[0], undefined];
        return (
          <fieldset class={said === undefined ? "hours" : "hours has-correction"}>
            <legend>{capitalise(weekdayName(weekday))}</legend>
            {said !== undefined && (
              <p class="to-correct" id={`${id}-correction`}>
                {said}
              </p>
            )}
            <Time
              {...{ id: ends[0], name: `${prefix}arrivee`, label: texts.form.arrival, weekday }}
              times={times.slice(0, -1)}
              chosen={arrivals}
              corrected={said !== undefined && id === ends[0]}
            />
            <Time
              {...{ id: ends[1], name: `${prefix}depart`, label: texts.form.departure, weekday }}
              times={times.slice(1)}
              chosen={departures}
              corrected={said !== undefined && id === ends[1]}
            />
          </fieldset>
        );
      })}
    </>
  );
}

function Time(props: {
  id: string;
  name: string;
  label: string;
  weekday: number;
  times: readonly number[];
  chosen: readonly string[];
  corrected: boolean;
}) {
  const { id, name, label, weekday, times, chosen, corrected } = props;
  return (
    <span class="hours-time">
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        class="input"
        aria-invalid={corrected ? "true" : undefined}
        aria-describedby={corrected ? `${id}-correction` : undefined}
      >
        <option value="">{texts.form.noCare}</option>
        {times.map((minute) => {
          const value = momentText(weekday, minute);
          return (
            <option value={value} selected={chosen.includes(value)}>
              {minuteWords(minute)}
            </option>
          );
        })}
      </select>
    </span>
  );
}
