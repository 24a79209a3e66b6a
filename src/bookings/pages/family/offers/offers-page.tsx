import { BackLink, EmptyState, type Page } from "#platform";

import { rankWord } from "../../../rules/place-sentence.ts";
import type { HouseholdTurn } from "../../../waiting/household-turns.ts";
import { texts } from "./texts.fr.ts";
import { answerMoment, isOffered, TurnCard } from "./turn-card.tsx";

const ACTION = "/planning/enregistrer";

/** Offers first, each with its two answers; then the lists that somebody of the family waits on. */
export function offersPage(view: {
  turns: readonly HouseholdTurn[];
  now: Temporal.Instant;
  pageKey: string;
}): Page {
  const { turns, now, pageKey } = view;
  const offered = turns.filter((turn) => isOffered(turn, now));
  const waiting = turns.filter((turn) => turn.state === "waiting");
  return {
    title: texts.title,
    section: "planning",
    before: <BackLink href="/planning" label={texts.back} />,
    main: (
      <>
        <h1>{texts.title}</h1>
        {offered.length === 0 && (
          <EmptyState title={texts.none.title}>
            <p>{texts.none.sentence}</p>
          </EmptyState>
        )}
        {offered.map((turn) => (
          <TurnCard
            turn={turn}
            pageKey={pageKey}
            sentence={texts.until(answerMoment(turn))}
            acts={["accept", "decline"]}
            action={ACTION}
          />
        ))}
        {waiting.length > 0 && <h2>{texts.waiting}</h2>}
        {waiting.map((turn) => (
          <TurnCard
            turn={turn}
            pageKey={pageKey}
            sentence={waitSentence(turn)}
            acts={["leave"]}
            action={ACTION}
          />
        ))}
      </>
    ),
  };
}

function waitSentence({ rank }: HouseholdTurn): string {
  return rank === null ? texts.onList : texts.rank(rankWord(rank));
}
