import { capitalise, formatMoment, parisDateTime } from "#kernel";
import { Button, Card, FormToken } from "#platform";

import { lineWords } from "../../../rules/line-words.ts";
import type { Act } from "../../../rules/lines.ts";
import type { HouseholdTurn } from "../../../waiting/household-turns.ts";
import { writeCellList } from "../forms/cell-list.ts";
import { texts } from "./texts.fr.ts";

/** Whether the turn is an offer that can still be answered. */
export function isOffered({ state, answerUntil }: HouseholdTurn, now: Temporal.Instant): boolean {
  return state === "offered" && answerUntil !== null && Temporal.Instant.compare(now, answerUntil) <= 0;
}

/** The instant until which an offer can be answered: « jeudi 26 novembre à 10 h 18 »; empty where none was made. */
export function answerMoment({ answerUntil }: HouseholdTurn): string {
  if (answerUntil === null) return "";
  const local = parisDateTime(answerUntil);
  return formatMoment(local.toPlainDate(), local.toPlainTime());
}

/** One turn with its answers. The button pressed is the line that the planning's own form would send. */
export function TurnCard(props: {
  turn: HouseholdTurn;
  pageKey: string;
  sentence: string;
  acts: readonly (keyof typeof texts.acts)[];
  /** Where the answer is sent. */
  action: string;
}) {
  const { turn, pageKey, sentence, acts, action } = props;
  return (
    <Card level={3} title={turnTitle(turn)}>
      <p class="soft">{`${turn.activityName}, ${turn.siteName}`}</p>
      <p>{sentence}</p>
      <form method="post" action={action}>
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
