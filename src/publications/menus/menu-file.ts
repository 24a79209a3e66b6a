import { csvLines } from "#activities";
import { ok, refuse, type Result } from "#kernel";
import { isoDate } from "#platform";

import { isDishName, readAllergens, type Dish } from "../rules/dish-line.ts";
import type { MenuDay, MenuService } from "./menu-week.ts";
import { dishRefusalWords, fileTexts } from "./texts.fr.ts";

/** A line of the file that is not taken, and what to write instead. */
interface LineRefusal {
  readonly line: number;
  readonly message: string;
}

/** What a file says: the days that it fills, and the lines that cannot be taken. */
export interface MenuFile {
  readonly days: readonly MenuDay[];
  readonly refusals: readonly LineRefusal[];
}

type Cells = Readonly<Record<string, string>>;

/** As many dishes are served on a day at most. */
export const MOST_DISHES = 12;
const YES = /^(?:1|x|oui|vrai)$/iu;

/**
 * Reads a file of menus, « date;service;plat;allergenes;vegetarien;bio », a dish a line, in their order. A service that is
 * none of the agent's, a date that is none and an allergen that is none are told by line; the day in which they stand is
 * left out whole: half a menu would hide an allergen.
 */
export function readMenuFile(text: string, services: readonly MenuService[]): MenuFile {
  const { lines, refusals: malformed } = csvLines(text, [";"]);
  const refusals: LineRefusal[] = [...malformed];
  const days = new Map<string, { day: MenuDay; dishes: Dish[]; whole: boolean }>();
  for (const { line, cells } of lines) {
    const place = placeOf(cells, services);
    if (!place.ok) {
      refusals.push({ line, message: place.refusal });
      continue;
    }
    const { activityId, date } = place.value;
    const key = `${activityId} ${date.toString()}`;
    const dishes: Dish[] = [];
    const known = days.get(key) ?? { day: { ...place.value, dishes }, dishes, whole: true };
    days.set(key, known);
    const dish = known.dishes.length < MOST_DISHES ? dishOf(cells) : refuse(fileTexts.most(MOST_DISHES));
    if (dish.ok) known.dishes.push(dish.value);
    else {
      refusals.push({ line, message: dish.refusal });
      known.whole = false;
    }
  }
  // A line that could not be cut may have been a dish of any of these days.
  const whole = malformed.length === 0 ? [...days.values()].filter((one) => one.whole) : [];
  return { days: whole.map(({ day }) => day), refusals: refusals.toSorted((a, b) => a.line - b.line) };
}

function placeOf(cells: Cells, services: readonly MenuService[]): Result<Omit<MenuDay, "dishes">, string> {
  const name = cells["service"] ?? "";
  const service = services.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (service === undefined) return refuse(fileTexts.service(name));
  const date = isoDate.safeParse(isoOf(cells["date"] ?? ""));
  if (!date.success) return refuse(fileTexts.date(cells["date"] ?? ""));
  return ok({ activityId: service.activityId, date: date.data });
}

/** « 07/12/2026 », as a spreadsheet writes it in France, is 2026-12-07. */
const isoOf = (written: string): string => written.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, "$3-$2-$1");

function dishOf(cells: Cells): Result<Dish, string> {
  const name = cells["plat"] ?? "";
  if (!isDishName(name)) return refuse(fileTexts.dish);
  const allergens = readAllergens(cells["allergenes"]);
  if (!allergens.ok) return refuse(dishRefusalWords(allergens.refusal));
  return ok({
    name,
    allergens: allergens.value,
    vegetarian: YES.test(cells["vegetarien"] ?? ""),
    organic: YES.test(cells["bio"] ?? ""),
  });
}
