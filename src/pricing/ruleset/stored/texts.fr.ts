import { formatDayAndYear, joinList } from "#kernel";

import { euros } from "../../rules/tariff/words.fr.ts";
import type { ActivitySection } from "./tariff-versions.ts";

const day = (iso: string) => formatDayAndYear(Temporal.PlainDate.from(iso));
const lowered = (text: string) => `${text.charAt(0).toLocaleLowerCase("fr-FR")}${text.slice(1)}`;

const SECTIONS: Readonly<Record<ActivitySection, string>> = {
  prices: "les tarifs prévus",
  penalties: "les pénalités prévues",
  absences: "les règles d’absence prévues",
};

const RULES: Readonly<Record<Exclude<ActivitySection, "prices">, string>> = {
  penalties: "pénalités",
  absences: "absences",
};

const quoted = (names: readonly string[]) =>
  joinList(names.filter((name) => name !== "").map((name) => `« ${name} »`)) || "sans nom";

/** What an import says of the sections of pricing. */
export const texts = {
  price: (activity: string, unit: string, after: string, before: string) =>
    after === ""
      ? `${activity}, ${lowered(unit)} : plus de tarif (jusque-là, ${before}).`
      : `${activity}, ${lowered(unit)} : ${after}${before === "" ? "" : ` (jusque-là, ${before})`}.`,
  rules: (activity: string, section: Exclude<ActivitySection, "prices">, replaced: string) =>
    `${activity}, ${RULES[section]} : ${replaced}.`,
  tariffNames: (activity: string, after: readonly string[], before: readonly string[]) =>
    after.join() === before.join()
      ? `${activity} : le tarif est écrit autrement, les prix sont les mêmes.`
      : `${activity}, nom du tarif : ${quoted(after)} (jusque-là, ${quoted(before)}).`,
  scoped: (units: readonly string[], phrase: string) =>
    units.length === 0 ? phrase : `${joinList(units.map(lowered))}, ${phrase}`,
  later: (activity: string, section: ActivitySection) =>
    `${activity} : ${SECTIONS[section]} pour plus tard sont ${section === "prices" ? "remplacés" : "remplacées"}.`,
  fee: (name: string, after: string, before: string | undefined) =>
    `${name} : ${after}${before === undefined ? "" : before === after ? ", autres conditions" : ` (jusque-là, ${before})`}.`,
  feeEnds: (name: string) => `${name} : ne se paie plus.`,
  laterFee: (name: string) => `${name} : ce qui était prévu pour plus tard est remplacé.`,
  quotients: "Quotients familiaux : nouvelles dates d’effet et de validité.",
  laterQuotients: "Quotients familiaux : le réglage prévu pour plus tard est remplacé.",
  psuLimit: (from: string, floor: string, ceiling: string) =>
    `Multi-accueil : à partir du ${day(from)}, plancher de ${euros(floor)} et plafond de ${euros(ceiling)}.`,
  days: (first: string | undefined, last: string | undefined) =>
    first === undefined
      ? last === undefined
        ? ""
        : `jusqu’au ${day(last)}, `
      : last === undefined
        ? `à partir du ${day(first)}, `
        : `du ${day(first)} au ${day(last)}, `,
} as const;
