import { countOf } from "#kernel";
import { Details } from "#platform";

import { hoursWords, leavesFirst } from "../../../rules/hours.ts";
import { HourTimes } from "../planning/hour-choice.tsx";
import type { KnownLine, LineHourChoice } from "./hour-choices.ts";
import { texts } from "./texts.fr.ts";

/** The two lists that change the hours of a day before it is saved. */
export function ChangeHours({ choice }: { choice: LineHourChoice }) {
  return (
    <Details summary={texts.changeHours} open={leavesFirst({ hours: choice.usual })}>
      <div class="hours">
        <HourTimes line={choice} />
      </div>
    </Details>
  );
}

/** Of many days, those with the same hours change together. */
export function SharedHours({ lines }: { lines: readonly KnownLine[] }) {
  const shared = lines.filter(({ choice }) => choice !== null && !choice.ownDay);
  if (shared.length === 0) return null;
  return (
    <Details summary={texts.changeHours} open={shared.some(leavesFirst)}>
      {[...Map.groupBy(shared, ({ choice }) => choice?.line).values()].map((alike) => (
        <Alike lines={alike} />
      ))}
    </Details>
  );
}

function Alike({ lines }: { lines: readonly KnownLine[] }) {
  const [first] = lines;
  if (first === undefined || first.choice === null) return null;
  const { choice, unitName } = first;
  return (
    <fieldset class="hours">
      <legend>{texts.hoursOf(unitName, hoursWords(choice.usual), countOf(lines.length, "jour"))}</legend>
      <HourTimes line={choice} />
    </fieldset>
  );
}
