import { formatShortDate } from "#kernel";

/** Places as an agent writes them in a cell: a number, then hours of their own where there are some. */
export interface PlaceWords {
  places: number;
  from?: string | undefined;
  to?: string | undefined;
}

const HOUR = String.raw`(\d{1,2})\s*[:hH]\s*(\d{2})?`;
const PLACES = new RegExp(String.raw`^(\d{1,4})(?:\s+de\s+${HOUR}\s+à\s+${HOUR})?$`, "i");

/** Reads « 60 », « 60 de 9:00 à 16:30 », « 60 de 9 h à 16 h 30 »; undefined where it is none of them. */
export function readPlaces(text: string): PlaceWords | undefined {
  const found = PLACES.exec(text.trim().replaceAll(/\s+/g, " "));
  if (found === null) return undefined;
  const [, places, fromHour, fromMinute, toHour, toMinute] = found;
  if (fromHour === undefined || toHour === undefined) return { places: Number(places) };
  const from = clock(fromHour, fromMinute);
  const to = clock(toHour, toMinute);
  return from === undefined || to === undefined ? undefined : { places: Number(places), from, to };
}

/** The inverse of `readPlaces`. */
export function writePlaces({ places, from, to }: PlaceWords): string {
  return from === undefined || to === undefined ? String(places) : `${places} de ${from} à ${to}`;
}

/** Reads lines « 23/02/2027 : 12 », with hours of their own where there are some; undefined where one is none. */
export function readDates(text: string): readonly (PlaceWords & { date: string })[] | undefined {
  const lines = text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  const read = lines.map((line) => {
    const [, day = "", month = "", year = "", places = ""] =
      /^(\d{1,2})\/(\d{1,2})\/(20\d\d)\s*:\s*(.+)$/.exec(line) ?? [];
    const words = readPlaces(places);
    return words && { ...words, date: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` };
  });
  return read.every((line) => line !== undefined) ? read : undefined;
}

/** The inverse of `readDates`. */
export function writeDates(dates: readonly (PlaceWords & { date: string })[]): string {
  return dates
    .map((date) => `${formatShortDate(Temporal.PlainDate.from(date.date))} : ${writePlaces(date)}`)
    .join("\n");
}

function clock(hour: string, minute = "00"): string | undefined {
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, "0")}:${minute}` : undefined;
}
