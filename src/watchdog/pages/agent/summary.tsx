import { Notice } from "#platform";

import { settleLink } from "../../alarms/texts.fr.ts";
import type { Topic } from "../../alarms/topic.ts";
import { watches } from "../../rules/watch.ts";
import { slugOf } from "./slugs.ts";
import { texts } from "./texts.fr.ts";

/** What is to be watched this morning, one line a watch with its number and where it is settled: for an agent's day. */
export function WatchSummary({ topics }: { topics: readonly Topic[] }) {
  const awake = topics.filter(({ sleep }) => sleep === null);
  if (awake.length === 0) return null;
  return (
    <Notice tone="warning" title={texts.summary.title}>
      <ul>
        {watches.flatMap((watch) => {
          const lines = awake.filter((topic) => topic.watch === watch);
          const [first] = lines;
          if (first === undefined) return [];
          // One page may settle them all: the month of one is prepared where that of another is.
          const pages = new Set(lines.map((line) => settleLink(line).href));
          const settle =
            pages.size === 1
              ? settleLink(first)
              : { href: `/agent/veille#${slugOf(watch)}`, label: texts.summary.seeAll };
          return (
            <li>
              {texts.summary.line(watch, lines)}{" "}
              <a href={settle.href}>
                {settle.label}
                <span class="vh">{texts.summary.about(watch)}</span>
              </a>
            </li>
          );
        })}
      </ul>
      <p>
        <a href="/agent/veille">{texts.summary.all}</a>
      </p>
    </Notice>
  );
}
