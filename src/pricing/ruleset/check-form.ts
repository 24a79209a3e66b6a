import type { Finding } from "#kernel";

import { exact, compare } from "../rules/exact.ts";
import type { BracketsForm, CasesForm, PriceForm, ShareForm } from "../rules/tariff/grammar.ts";
import { checkBrackets } from "./check-brackets.ts";
import { checkCases } from "./check-cases.ts";
import { texts } from "./texts.fr.ts";

type Path = Finding["path"];

/** Refuses what contradicts itself in a price, and warns of what has none; nested forms too. */
export function checkForm(form: PriceForm, path: Path): readonly Finding[] {
  if (typeof form === "string") return [];
  switch (form.kind) {
    case "brackets":
      return [...checkBrackets(form, path), ...inside(form.brackets, [...path, "brackets"])];
    case "cases":
      return [...checkCases(form, path), ...inside(form.cases, [...path, "cases"])];
    case "share":
      return [...boundsFindings(form, path), ...limitFindings(form, path)];
    case "psu":
      return [];
    case "per":
      return [...limitFindings(form, path), ...checkForm(form.price, [...path, "price"])];
  }
}

function inside(parts: BracketsForm["brackets"] | CasesForm["cases"], path: Path): readonly Finding[] {
  return parts.flatMap(({ price }, index) => checkForm(price, [...path, index, "price"]));
}

function boundsFindings({ least = 0, most = Infinity }: ShareForm, path: Path): readonly Finding[] {
  return least <= most
    ? []
    : [{ path: [...path, "least"], kind: "refused", sentence: texts.boundsUpsideDown }];
}

function limitFindings(
  { floor, ceiling }: { readonly floor?: string; readonly ceiling?: string },
  path: Path,
): readonly Finding[] {
  if (floor === undefined || ceiling === undefined || compare(exact(floor), exact(ceiling)) <= 0) return [];
  return [{ path: [...path, "floor"], kind: "refused", sentence: texts.floorAboveCeiling }];
}

/** Whether a price hangs on the quotient, somewhere. */
export function usesQf(form: PriceForm): boolean {
  if (typeof form === "string") return false;
  switch (form.kind) {
    case "brackets":
      return (form.of ?? "qf") === "qf" || form.brackets.some(({ price }) => usesQf(price));
    case "share":
      return (form.of ?? "qf") === "qf";
    case "per":
      return usesQf(form.price);
    case "cases":
      return form.cases.some(({ price }) => usesQf(price));
    case "psu":
      return false;
  }
}

/** Whether a price has a highest one, whatever the quotient: a share without an end has none. */
export function hasHighest(form: PriceForm): boolean {
  if (typeof form === "string") return true;
  switch (form.kind) {
    case "brackets":
      return form.brackets.every(({ price }) => hasHighest(price));
    case "share":
      return (form.of ?? "qf") !== "qf" || form.ceiling !== undefined || form.most !== undefined;
    case "per":
      return hasHighest(form.price);
    case "cases":
      return form.cases.every(({ price }) => hasHighest(price));
    case "psu":
      return true;
  }
}
