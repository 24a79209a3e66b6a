import { countOf, joinList } from "#kernel";

import type { NamedAudience, Reach } from "./audience.ts";

/** Words of the form that chooses an audience. */
export const texts = {
  legend: "Pour qui ?",
  reaches: {
    public: "Tout le monde",
    families: "Toutes les familles",
    site: "Les familles de certains lieux",
    activity: "Les familles de certains services",
    class: "Les familles de certaines classes",
    household: "Une famille",
  } satisfies Record<Reach, string>,
  hints: {
    public: "Se lit aussi sans se connecter : rien qui concerne une famille en particulier.",
    site: "Celles dont un enfant y est inscrit aujourd’hui ou plus tard.",
  },
  boxes: {
    site: "Choisir les lieux",
    activity: "Choisir les services",
    class: "Choisir les classes",
    household: "Choisir la famille",
  },
  corrections: {
    none: "Cochez au moins une case de la liste.",
  },
} as const;

/** « Toutes les familles », « École de Rue », « École de Rue – CE1, École de Rue – CE2 ». */
export function audienceWords({ reach, targets }: Pick<NamedAudience, "reach" | "targets">): string {
  if (reach === "public" || reach === "families") return texts.reaches[reach];
  const MOST = 4;
  const labels = targets.slice(0, MOST).map(({ label }) => label);
  const more = targets.length - labels.length;
  return joinList(more > 0 ? [...labels, countOf(more, "autre")] : labels);
}

/** « 412 familles, 780 adultes » */
export const sizeWords = ({ households, adults }: { households: number; adults: number }): string =>
  `${countOf(households, "famille")}, ${countOf(adults, "adulte")}`;
