import { countOf, formatCents, formatDay, formatMonth } from "#kernel";

import type { Watch } from "../rules/watch.ts";
import type { Topic } from "./topic.ts";

/** What each watch is called. */
export const watchWords: Readonly<Record<Watch, string>> = {
  unpointed: "Jours à pointer",
  unissued: "Mois non facturés",
  unbilled: "Présences jamais facturées",
  jump: "Totaux qui sautent",
  quotient: "Quotients qui prennent fin",
};

/** One line, in words: « École de Rue : 3 jours à pointer, depuis le lundi 2 novembre ». */
export function topicSentence(topic: Topic): string {
  const { watch, alarms, count, month, oldestDay, totals } = topic;
  const name = topic.name ?? "";
  const ofMonth = month === null ? "" : formatMonth(month);
  switch (watch) {
    case "unpointed":
      return `${name}\u00a0: ${countOf(alarms, "jour")} à pointer${oldestDay === null ? "" : `, depuis le ${formatDay(oldestDay)}`}`;
    case "unissued":
      return `${ofMonth}\u00a0: ${countOf(count, "place prise", "places prises")}, rien n’est émis`;
    case "unbilled":
      return `${name}, ${ofMonth}\u00a0: ${countOf(count, "présence")} sans facturation`;
    case "jump":
      return `${name}, ${ofMonth}\u00a0: ${totals === null ? "" : `${formatCents(totals.now)} au lieu de ${formatCents(totals.before)} le mois d’avant`}`;
    case "quotient":
      return month === null
        ? `${countOf(count, "foyer")} avec des places à venir et un quotient qui a déjà pris fin`
        : `${countOf(count, "foyer")} dont le quotient prend fin en ${ofMonth}`;
  }
}

/** Where it is settled, and what one does there. */
export function settleLink({ watch, siteId, oldestDay, householdId, month }: Topic): {
  href: string;
  label: string;
} {
  switch (watch) {
    case "unpointed":
      return {
        href: `/agent/pointage/${siteId ?? ""}?jour=${oldestDay?.toString() ?? ""}`,
        label: oldestDay === null ? "Pointer" : `Pointer le ${formatDay(oldestDay)}`,
      };
    case "unissued":
      return { href: "/agent/facturation", label: "Préparer le mois" };
    case "unbilled":
      return { href: "/agent/facturation", label: "Préparer un complément" };
    case "jump":
      return { href: `/agent/familles/${householdId ?? ""}`, label: "Voir le dossier" };
    case "quotient":
      return {
        href: `/agent/quotients?etat=${month === null ? "expires" : "bientot"}`,
        label: "Voir les foyers",
      };
  }
}
