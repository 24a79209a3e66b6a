import { rankWord } from "#bookings";
import { formatDay } from "#kernel";
import { Card } from "#platform";

import type { FamilyHome, HomeWait } from "./family-home.ts";
import { texts } from "./texts.fr.ts";

const words = texts.waiting;

/** How many turns are told; the page of the lists tells the others. */
const MOST_TURNS = 4;

/** For which full days somebody of the family waits, and at which rank. */
export function Waiting({ waiting }: Pick<FamilyHome, "waiting">) {
  if (waiting.length === 0) return null;
  const more = waiting.length - MOST_TURNS;
  return (
    <Card title={words.title}>
      <ul>
        {waiting.slice(0, MOST_TURNS).map((turn) => (
          <li>
            {texts.toDecide.offers.place(turn.firstName, turn.unitName, formatDay(turn.date), turn.days)}{" "}
            {rankOf(turn)} <span class="soft small">{turn.activityName}</span>
          </li>
        ))}
        {more > 0 && <li>{words.more(more)}</li>}
      </ul>
      <p>
        <a href="/places-proposees">{words.link}</a>
      </p>
    </Card>
  );
}

function rankOf({ rank, firstName }: HomeWait): string {
  return rank === null ? words.noRank : words.rank(firstName, rankWord(rank));
}
