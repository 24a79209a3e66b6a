import { watches, type Watch } from "../../rules/watch.ts";

/** How each watch is written in addresses. */
const SLUGS = {
  unpointed: "pointage",
  unissued: "mois",
  unbilled: "presences",
  jump: "totaux",
  quotient: "quotients",
} as const satisfies Readonly<Record<Watch, string>>;

export const slugOf = (watch: Watch): string => SLUGS[watch];

/** The watch of an address; undefined for any other word. */
export function watchOf(slug: string): Watch | undefined {
  return watches.find((watch) => SLUGS[watch] === slug);
}
