import { formatTime } from "#kernel";
import { Details } from "#platform";

import { timeAt } from "../../../rules/hours.ts";
import type { HourLine } from "./hour-lines.ts";
import { texts } from "./texts.fr.ts";

/**
 * For the days that are ticked, line by line, as days that are booked keep theirs: how many come along, in sight since
 * no cell says it; arrival and departure folded, since each cell says them and the page that confirms changes them.
 */
export function HourChoice({ lines, changeHref }: { lines: readonly HourLine[]; changeHref: string | null }) {
  if (lines.length === 0) return null;
  const change = changeHref !== null && (
    <p>
      <a href={changeHref}>{texts.hours.change}</a>
    </p>
  );
  const timed = lines.filter(({ times }) => times.length > 0);
  return (
    <>
      {lines
        .filter(({ companions }) => companions !== null)
        .map((line) => (
          <fieldset class="hours">
            <legend>{texts.hours.line(line.firstName, line.unitName)}</legend>
            <HourTimes line={{ ...line, times: [] }} />
          </fieldset>
        ))}
      {timed.length === 0 ? (
        change
      ) : (
        <Details summary={texts.hours.title}>
          <p>{texts.hours.hint}</p>
          {timed.map((line) => (
            <fieldset class="hours" data-tells={line.line}>
              <legend>{texts.hours.line(line.firstName, line.unitName)}</legend>
              <HourTimes line={{ ...line, companions: null }} />
            </fieldset>
          ))}
          {change}
        </Details>
      )}
    </>
  );
}

/** What the lists of a line offer, and what they show. */
type HourLists = Pick<HourLine, "line" | "times" | "usual"> & Partial<Pick<HourLine, "companions">>;

/** The lists of a line: arrival and departure, and how many come along. */
export function HourTimes({ line }: { line: HourLists }) {
  return (
    <>
      {line.times.length > 0 && (
        <>
          <Time line={line} name="arrivee" label={texts.hours.arrival} chosen={line.usual.from} />
          <Time line={line} name="depart" label={texts.hours.departure} chosen={line.usual.to} />
        </>
      )}
      {line.companions && <Companions line={line.line} {...line.companions} />}
    </>
  );
}

/** How many come along: an assistante maternelle with the children she looks after. */
function Companions({ line, most, usual }: { line: number; most: number; usual: number }) {
  const id = `enfants-${line}`;
  return (
    <span class="hours-time">
      <label for={id}>{texts.hours.companions}</label>
      <select id={id} name="enfants" class="input">
        {Array.from({ length: most + 1 }, (_, count) => (
          <option value={`${line}:${count}`} selected={count === usual}>
            {count === 0 ? texts.hours.nobody : count}
          </option>
        ))}
      </select>
    </span>
  );
}

function Time(props: { line: HourLists; name: "arrivee" | "depart"; label: string; chosen: number }) {
  const { line, name, label, chosen } = props;
  const id = `${name}-${line.line}`;
  const times = name === "arrivee" ? line.times.slice(0, -1) : line.times.slice(1);
  return (
    <span class="hours-time">
      <label for={id}>{label}</label>
      <select id={id} name={name} class="input">
        {times.map((minute) => (
          <option value={`${line.line}:${minute}`} selected={minute === chosen}>
            {formatTime(timeAt(minute))}
          </option>
        ))}
      </select>
    </span>
  );
}
