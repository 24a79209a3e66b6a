import { capitalise, formatMoment, parisDateTime } from "#kernel";
import { BackLink, Button, Card, EmptyState, FormToken, type Page } from "#platform";

import { lineWords } from "../../../rules/line-words.ts";
import type { Act } from "../../../rules/lines.ts";
import { rankWord } from "../../../rules/place-sentence.ts";
import type { HouseholdTurn } from "../../../waiting/household-turns.ts";
import { writeCellList } from "../forms/cell-list.ts";
import { texts } from "./texts.fr.ts";

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
          <Turn turn={turn} pageKey={pageKey} sentence={offerSentence(turn)} acts={["accept", "decline"]} />
        ))}
        {waiting.length > 0 && <h2>{texts.waiting}</h2>}
        {waiting.map((turn) => (
          <Turn turn={turn} pageKey={pageKey} sentence={waitSentence(turn)} acts={["leave"]} />
        ))}
      </>
    ),
  };
}

function isOffered({ state, answerUntil }: HouseholdTurn, now: Temporal.Instant): boolean {
  return state === "offered" && answerUntil !== null && Temporal.Instant.compare(now, answerUntil) <= 0;
}

/** One turn with its answers. The button pressed is the line that the planning's own form would send. */
function Turn(props: {
  turn: HouseholdTurn;
  pageKey: string;
  sentence: string;
  acts: readonly (keyof typeof texts.acts)[];
}) {
  const { turn, pageKey, sentence, acts } = props;
  return (
    <Card level={3} title={turnTitle(turn)}>
      <p class="soft">{`${turn.activityName}, ${turn.siteName}`}</p>
      <p>{sentence}</p>
      <form method="post" action="/planning/enregistrer">
        <FormToken />
        <input type="hidden" name="cle" value={pageKey} />
        <p class="row">
          {acts.map((act) => (
            <Button
              name="lignes"
              value={lineText(turn, act)}
              variant={act === "accept" ? "primary" : "secondary"}
            >
              {texts.acts[act]}
            </Button>
          ))}
        </p>
      </form>
    </Card>
  );
}

function lineText({ participantId, slotId }: HouseholdTurn, act: Act): string {
  return writeCellList([{ participantId, slotIds: [slotId], act }]);
}

/** « Lina, journée du mercredi 18 novembre »; a package says how many days. */
function turnTitle(turn: HouseholdTurn): string {
  const words = capitalise(lineWords(turn));
  return turn.days === 1 ? words : `${words} ${texts.days(turn.days)}`;
}

function offerSentence({ answerUntil }: HouseholdTurn): string {
  if (answerUntil === null) return "";
  const local = parisDateTime(answerUntil);
  return texts.until(formatMoment(local.toPlainDate(), local.toPlainTime()));
}

function waitSentence({ rank }: HouseholdTurn): string {
  return rank === null ? texts.onList : texts.rank(rankWord(rank));
}
