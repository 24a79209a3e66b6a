import { parseId, type Id } from "#kernel";
import { formText } from "#platform";
import { z } from "zod";

import { MOST_LINES, type Act, type Hours } from "../../../rules/lines.ts";

/**
 * What a box of the planning stands for, or a line of a form: a participant, the slot (all those of a package, which
 * are booked together) and what is asked of it.
 */
export interface ListedCell {
  participantId: Id<"participant">;
  slotIds: readonly Id<"slot">[];
  act: Act;
  /** The hours asked, or where on the same page they are chosen. */
  hours?: Hours | ChosenHours;
  /** How many come along. */
  companions?: number;
}

/** Hours that are chosen on the page: the number of their lists, and the hours where the form brings none. */
export interface ChosenHours {
  line: number;
  proposed?: Hours;
}

/** 2,000 cells take 80,000 characters; more than any body may hold is refused before it is read. */
const LONGEST = 500_000;

const SIGNS: Readonly<Record<Act, string>> = {
  book: "+",
  cancel: "-",
  change: "*",
  wait: "~",
  leave: "=",
  accept: "!",
  decline: "?",
};

const ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const WORD = new RegExp(
  `^(${ID}(?:,${ID})*)([-+*~=!?])(?:(\\d{1,4})(?:\\.(\\d{1,4})(?:\\.(\\d{1,4}))?)?)?(?:x(\\d{1,2}))?$`,
);

/**
 * Writes cells into one hidden field: « participant slot+ slot- participant slot+ », a participant's id once for
 * all the places that follow it; hours follow the sign, « slot+450.495 », then the number of the lists that change
 * them, « slot+450.495.2 »; last, how many come along, « slot+x3 ». A year of meals for three children takes 17 kB.
 */
export function writeCellList(cells: readonly ListedCell[]): string {
  const words: string[] = [];
  let last: string | undefined;
  for (const { participantId, slotIds, act, hours, companions } of cells) {
    if (participantId !== last) words.push(participantId);
    words.push(
      `${slotIds.join(",")}${SIGNS[act]}${hoursText(hours)}${companions === undefined ? "" : `x${companions}`}`,
    );
    last = participantId;
  }
  return words.join(" ");
}

function hoursText(hours: ListedCell["hours"]): string {
  if (hours === undefined) return "";
  if (!("line" in hours)) return `${hours.from}.${hours.to}`;
  const { line, proposed } = hours;
  return proposed === undefined ? `${line}` : `${proposed.from}.${proposed.to}.${line}`;
}

/** Reads the field back; refuses what is not such a list, and more than 2,000 places. */
export const cellList = formText(LONGEST).transform((text, context): readonly ListedCell[] => {
  const cells: ListedCell[] = [];
  let participantId: Id<"participant"> | undefined;
  for (const word of text === "" ? [] : text.split(" ")) {
    const alone = parseId<"participant">(word);
    if (alone !== undefined) {
      participantId = alone;
      continue;
    }
    const cell = participantId === undefined ? undefined : readWord(word, participantId);
    if (cell === undefined) return refuse(context, "Cette liste de jours est illisible.");
    cells.push(cell);
  }
  if (cells.reduce((count, { slotIds }) => count + slotIds.length, 0) > MOST_LINES)
    return refuse(context, `Envoyez ${MOST_LINES} jours au plus à la fois.`);
  return cells;
});

function readWord(word: string, participantId: Id<"participant">): ListedCell | undefined {
  const [, ids, sign, from, to, line, along] = WORD.exec(word) ?? [];
  const act = ACTS_BY_SIGN.get(sign ?? "");
  if (ids === undefined || act === undefined) return undefined;
  const slotIds = ids.split(",").flatMap((id) => parseId<"slot">(id) ?? []);
  const cell = { participantId, slotIds, act, ...(along === undefined ? {} : { companions: Number(along) }) };
  if (from === undefined) return cell;
  if (to === undefined) return { ...cell, hours: { line: Number(from) } };
  const proposed = { from: Number(from), to: Number(to) };
  return { ...cell, hours: line === undefined ? proposed : { line: Number(line), proposed } };
}

const ACTS_BY_SIGN: ReadonlyMap<string, Act> = new Map<string, Act>([
  ["+", "book"],
  ["-", "cancel"],
  ["*", "change"],
  ["~", "wait"],
  ["=", "leave"],
  ["!", "accept"],
  ["?", "decline"],
]);

function refuse(context: z.core.$RefinementCtx<string>, message: string): never {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}
