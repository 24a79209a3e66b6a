import { isoDate, type Correction } from "#platform";
import { z } from "zod";

import { texts } from "./texts.fr.ts";

/** A day of a filter as it stands in the address bar: nothing, a day, or what was typed and is none. */
export interface AskedDay {
  typed: string;
  /** Null where nothing was typed, undefined where it is no day. */
  day: Temporal.PlainDate | null | undefined;
}

/** Reads it, whatever it is: « 31/02/2026 » is shown again with what to write instead. */
export const askedDay = z
  .unknown()
  .optional()
  .transform((sent): AskedDay => {
    const typed = typeof sent === "string" ? sent.trim() : "";
    if (sent === undefined || sent === "") return { typed, day: null };
    return { typed, day: isoDate.safeParse(typed).data };
  });

/** What to write instead, for each of these fields in which no day could be read. */
export function daysToCorrect(asked: Readonly<Record<string, AskedDay>>): readonly Correction[] {
  return Object.entries(asked).flatMap(([field, { typed, day }]) =>
    day === undefined ? [{ field, message: texts.noDay(typed) }] : [],
  );
}
