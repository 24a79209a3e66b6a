import { capitalise, formatDay, formatTime } from "#kernel";
import { readChargeCase, type CareDay } from "#pricing";

import type { InvoiceLine } from "../../account/read-invoice.ts";
import { texts } from "./texts.fr.ts";

/**
 * The days of a contract's month as the line was priced by them, each with its agreed hours and those that counted; none
 * where the line is no month of a contract.
 */
export function careDayWords({ facts }: Pick<InvoiceLine, "facts">): readonly string[] {
  if (facts === null || "gone" in facts) return [];
  const read = readChargeCase(facts.priced);
  return read.ok ? (read.value.facts.contract?.days ?? []).map(dayWords) : [];
}

function dayWords({ day, planned, real, absence }: CareDay): string {
  const words = texts.careDay;
  const agreed = planned === undefined ? words.unplanned : words.planned(spanOf(planned));
  const noted =
    absence === "closed"
      ? words.closed
      : absence === "noPlace"
        ? words.noPlace
        : absence !== undefined
          ? words.absent
          : real === undefined
            ? words.unnoted
            : words.counted(spanOf(real));
  return `${capitalise(formatDay(day))} : ${agreed}, ${noted}.`;
}

const spanOf = ({ from, to }: NonNullable<CareDay["real"]>) => `de ${clock(from)} à ${clock(to)}`;
const clock = (minute: number) =>
  minute >= 1440 ? "24\u00a0h" : formatTime(new Temporal.PlainTime(Math.floor(minute / 60), minute % 60));
