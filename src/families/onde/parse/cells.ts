import { foldText } from "#kernel";
import { z } from "zod";
import type { RefusalReason } from "../rules/refusal.ts";

/** Tidies a cell: line breaks and unbreakable spaces are spaces, and no two follow each other. */
export function tidy(cell: string | undefined): string {
  return (cell ?? "").replace(/[\s\u00a0\u202f]+/gu, " ").trim();
}

const LONGEST = 200;
/** UTF-8 read as windows-1252: « LÃ©a », « CÅ“ur ». « SÃO » and « MAGALHÃES » are Portuguese and pass. */
const MOJIBAKE = /[ÃÂÅ][\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|ï¿½/u;

/** What makes a cell unfit to be kept at all, or nothing. */
export function flawOf(cell: string): RefusalReason | undefined {
  if (cell.includes("\ufffd") || MOJIBAKE.test(cell)) return { code: "encoding_broken" };
  if (/\p{Cc}/u.test(cell.replace(/[\t\r\n]/g, ""))) return { code: "control_character" };
  if (cell.length > LONGEST) return { code: "value_too_long", most: LONGEST };
  return undefined;
}

const ISO = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/;
const FRENCH = /^(?<day>\d{2})\/(?<month>\d{2})\/(?<year>\d{4})$/;

/** Reads « 2019-03-04 » or « 04/03/2019 »; nothing for any other writing and for a day that does not exist. */
export function readDate(cell: string): Temporal.PlainDate | undefined {
  const parts = (ISO.exec(cell) ?? FRENCH.exec(cell))?.groups;
  if (parts === undefined) return undefined;
  const [year, month, day] = [Number(parts["year"]), Number(parts["month"]), Number(parts["day"])];
  if (month < 1 || month > 12) return undefined;
  const first = new Temporal.PlainDate(year, month, 1);
  return day < 1 || day > first.daysInMonth ? undefined : first.with({ day });
}

const Email = z.email().max(200);

/** An e-mail in lower case, empty when empty; nothing when it cannot be one. */
export function readEmail(cell: string): string | undefined {
  return cell === "" ? "" : Email.safeParse(cell.toLowerCase()).data;
}

/**
 * A telephone number as digits, the French way when it is French: « +33 6.12 34-56 78 » is `0612345678`,
 * « +32 470 12 34 56 » is `+32470123456`. Empty when empty; nothing when it cannot be one (« 0000000000 »).
 */
export function readPhone(cell: string): string | undefined {
  if (cell === "") return "";
  const digits = cell
    .replace(/[\s.\-/()]/g, "")
    .replace(/^00/, "+")
    .replace(/^\+330?(?=[1-9])/, "0");
  return /^0[1-9]\d{8}$|^\+(?!33)[1-9]\d{7,14}$/.test(digits) ? digits : undefined;
}

/** A postcode without spaces; five digits in France (an empty country is France); nothing otherwise. */
export function readPostcode(cell: string, country: string): string | undefined {
  const postcode = cell.replaceAll(" ", "");
  if (postcode === "" || !["", "france"].includes(foldText(country))) return postcode;
  return /^\d{5}$/.test(postcode) ? postcode : undefined;
}

const CIVILITIES: Readonly<Record<string, "" | "M." | "Mme">> = {
  "": "",
  m: "M.",
  mr: "M.",
  monsieur: "M.",
  mme: "Mme",
  madame: "Mme",
  mlle: "Mme",
  mademoiselle: "Mme",
};

/** « M. », « MME », « Mademoiselle »… as « M. » or « Mme »; nothing for another word. */
export function readCivility(cell: string): "" | "M." | "Mme" | undefined {
  return CIVILITIES[foldText(cell)];
}
