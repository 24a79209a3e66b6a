import { agree, countOf, joinList } from "#kernel";

import type { Watch } from "../rules/watch.ts";
import type { Fresh } from "./fresh-alarms.ts";

/** One line of the letter: numbers and sites, never a family. */
function line(watch: Watch, fresh: readonly Fresh[]): string {
  const alarms = fresh.reduce((sum, one) => sum + one.alarms, 0);
  const count = fresh.reduce((sum, one) => sum + one.count, 0);
  switch (watch) {
    case "unpointed":
      return `${countOf(alarms, "jour")} à pointer\u00a0: ${joinList(fresh.map((one) => `${one.siteName ?? ""} (${one.alarms})`))}`;
    case "unissued":
      return `${countOf(alarms, "mois", "mois")} à facturer`;
    case "unbilled":
      return `${countOf(count, "présence")} jamais ${agree(count, "facturée")}`;
    case "jump":
      return `${countOf(alarms, "foyer")} dont le total saute`;
    case "quotient":
      return `${countOf(count, "foyer")} dont le quotient prend fin`;
  }
}

export const texts = {
  subject: "À surveiller ce matin",
  greeting: (name: string) => `Bonjour ${name},`,
  lead: "Voici ce qui est nouveau depuis la dernière fois\u00a0:",
  line,
  see: "Voir le détail",
  stop: "Vous recevez cette lettre parce que vous l’avez choisi sur la page «\u00a0À surveiller\u00a0». Elle n’est pas envoyée les matins où rien n’est nouveau.",
};
