import type { Reads, Writes } from "#platform";
import { z } from "zod";

import { USUAL_WATCHES, WATCH_LIMITS, type WatchRule } from "../rules/watch-rule.ts";
import { texts } from "./texts.fr.ts";
import { sameWatches, watchRuleOn, writeWatchRule } from "./watch-rule-on.ts";

const within = ({ least, most }: { least: number; most: number }) => z.int().min(least).max(most);

/** Section « watches »: what is looked for every morning, and how soon it is told; null: that watch is off. */
const watches = z.strictObject({
  unpointedAfterDays: within(WATCH_LIMITS.unpointedAfterDays)
    .nullable()
    .describe("Un jour est à pointer au bout de tant de jours ; null : pas surveillé."),
  unbilled: z.boolean().describe("Signaler les présences d’un mois facturé qui n’ont pas de prix."),
  unissuedFromDay: within(WATCH_LIMITS.unissuedFromDay)
    .nullable()
    .describe("Un mois est en retard à partir de ce jour du mois suivant ; null : pas surveillé."),
  jump: z
    .strictObject({
      percent: within(WATCH_LIMITS.jumpPercent).describe("Pourcentage que l’écart doit atteindre."),
      euros: within(WATCH_LIMITS.jumpEuros).describe("Euros que l’écart doit atteindre aussi."),
    })
    .nullable()
    .describe("Le total d’un foyer saute quand l’écart atteint les deux ; null : pas surveillé."),
  quotientDays: within(WATCH_LIMITS.quotientDays)
    .nullable()
    .describe("Un quotient est signalé tant de jours avant sa fin ; null : pas surveillé."),
});

/** The section of the rule set's file that the watch owns; the file may leave it out. */
export const watchSections = { watches: watches.exactOptional() };

/** What the section says. */
export interface WatchSections {
  readonly watches?: z.output<typeof watches>;
}

/** The section on a day; left out where it says what is usual. */
export async function readWatchSections(reads: Reads, on: Temporal.PlainDate): Promise<WatchSections> {
  const { jump, ...rule } = await watchRuleOn(reads, on);
  if (sameWatches({ jump, ...rule }, USUAL_WATCHES)) return {};
  const inFile = jump === null ? null : { percent: jump.percent, euros: Math.round(jump.cents / 100) };
  return { watches: { ...rule, jump: inFile } };
}

/** Takes the section over from a day on, in place of what was planned later. Says what changes. */
export async function writeWatchSections(
  writes: Writes,
  { watches: section }: WatchSections,
  { from, by, now }: { from: Temporal.PlainDate; by: string; now: Temporal.Instant },
): Promise<readonly string[]> {
  if (section === undefined) return [];
  const { jump, ...rest } = section;
  const wanted: WatchRule = {
    ...rest,
    jump: jump === null ? null : { percent: jump.percent, cents: jump.euros * 100 },
  };
  const later = await writes.run("watch_forget_later_rules", "delete from watch_rule where valid_from > $1", [
    from.toString(),
  ]);
  const replaced = later > 0 ? [texts.later] : [];
  if (sameWatches(await watchRuleOn(writes, from), wanted)) return replaced;
  await writeWatchRule(writes, { from, rule: wanted, by, now });
  return [...replaced, texts.changed];
}
