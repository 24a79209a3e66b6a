import { BackLink, Button, Card, ChangeList, FormToken, Notice, type Page } from "#platform";
import { holeForFamily, type AbsenceCost } from "#pricing";
import type { z } from "zod";

import { lineKey } from "../../../planning/line-facts.ts";
import type { HeldToday } from "../../../absences/absent-places.ts";
import { untilSentence } from "../../../rules/deadline-sentence.ts";
import { lineWords } from "../../../rules/line-words.ts";
import type { absenceForm } from "./absence-form.ts";
import type { ForeseenAbsence } from "./foresee-absence.ts";
import { byItself } from "./absences-for.ts";
import { texts } from "./texts.fr.ts";

const words = texts.check;

/** What is checked before anything is done. */
interface CheckView extends ForeseenAbsence {
  /** Whether the proof may be sent from here, once the absence is announced. */
  readonly online: boolean;
}

/** What would be cancelled and what kept, what that costs and the proof to bring; nothing is done yet. */
export function absenceCheckPage(
  { asked, costs, online }: CheckView,
  { cle, raison }: Pick<z.output<typeof absenceForm>, "cle" | "raison">,
): Page {
  const { cancelled, kept } = byAct(asked);
  return {
    title: words.title,
    section: byItself.section,
    before: <BackLink href={byItself.base} label={texts.back} />,
    main: (
      <form method="post" action={byItself.base}>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <FormToken />
        <input type="hidden" name="cle" value={cle} />
        <input type="hidden" name="raison" value={raison} />
        <input type="hidden" name="confirme" value="1" />
        {asked.map(({ participantId, slotId }) => (
          <input type="hidden" name="place" value={`${participantId} ${slotId}`} />
        ))}
        <AbsenceEffects
          asked={asked}
          costs={costs}
          cause={raison}
          bring={online ? words.proof.online : words.proof.atDesk}
        />
        <p class="row">
          <Button wide>{words.confirm(kept.length, cancelled.length)}</Button>
        </p>
      </form>
    ),
  };
}

/** What still can be cancelled, and what is kept. */
export function byAct(asked: readonly HeldToday[]) {
  return {
    cancelled: asked.filter(({ act }) => act === "cancel"),
    kept: asked.filter(({ act }) => act === "say-absent"),
  };
}

/** What would be cancelled and what kept, place by place, with what it costs: the same for a family and for an agent. */
export function AbsenceEffects(
  props: ForeseenAbsence & {
    readonly cause: "maladie" | "autre";
    /** Where the proof goes. */
    readonly bring: string;
  },
) {
  const { asked, costs, cause, bring } = props;
  const { cancelled, kept } = byAct(asked);
  return (
    <>
      {cancelled.length > 0 && (
        <Card title={words.cancelled.title(cancelled.length)}>
          <p>{words.cancelled.means}</p>
          <ChangeList
            changes={cancelled.map((place) => ({
              tone: "removed",
              word: words.cancelled.word,
              what: lineWords(place),
              detail: words.still(untilSentence(place.cancelUntil, "cancel")),
            }))}
          />
        </Card>
      )}
      {kept.length > 0 && (
        <Card title={words.kept.title(kept.length)}>
          <p>{words.kept.means}</p>
          <ChangeList
            changes={kept.map((place) => ({
              tone: "late",
              word: words.kept.word,
              what: lineWords(place),
              detail: costWords(costs.get(lineKey(place))),
            }))}
          />
          <ul>
            {rulesOf(costs).map((rule) => (
              <li>{words.kept.rule(rule)}</li>
            ))}
          </ul>
          <Notice title={words.proof.title}>
            <p>
              {cause === "maladie" ? words.proof.sick : words.proof.other} {bring}
            </p>
          </Notice>
        </Card>
      )}
    </>
  );
}

/** « Sans justificatif : 3,20 €. Avec un justificatif reçu au plus tard le samedi 14 novembre : 0,00 €. » */
function costWords(cost: AbsenceCost | undefined): string {
  if (cost === undefined) return words.kept.noPrice;
  if (cost.unproven === null || cost.proven === null) return unknownWords(cost.unknown);
  if (cost.unproven === cost.proven) return words.kept.same(cost.proven);
  return words.kept.cost(cost.unproven, cost.proven, cost.proofUntil);
}

/** What pays the day, or what is missing to tell its price. */
function unknownWords(unknown: AbsenceCost["unknown"]): string {
  if (unknown === "contract") return words.kept.byContract;
  if (unknown === "package") return words.kept.together;
  return unknown === null ? words.kept.noPrice : words.kept.hole(holeForFamily(unknown));
}

function rulesOf(costs: ReadonlyMap<string, AbsenceCost>): readonly string[] {
  return [...new Set([...costs.values()].flatMap(({ rules }) => rules))];
}
