import { Button, Details, TextArea } from "#platform";

import { texts } from "../texts.fr.ts";
import { Act } from "./act-form.tsx";
import type { RequestView } from "./request-view.ts";

const { deal: words } = texts.one;

/** The longest word of an agent to another. */
export const LONGEST_WORD = 500;

/** Who deals with it, and what goes first: between agents. */
export function DealForms({ decided: { request }, me, typed, corrections }: RequestView) {
  const base = `/agent/demarches/${request.requestId}`;
  const correction = corrections.find(({ field }) => field === "raison")?.message;
  const { takenBy, takenById, urgent } = request;
  return (
    <>
      <div class="row">
        {takenById !== me && (
          <Act action={`${base}/prendre`}>
            <input type="hidden" name="agent" value={takenById ?? ""} />
            <Button variant="secondary">{takenBy === null ? words.take : words.takeFrom(takenBy)}</Button>
          </Act>
        )}
        {takenById === me && (
          <Act action={`${base}/rendre`}>
            <Button variant="secondary">{words.release}</Button>
          </Act>
        )}
        <a href={`${base}/confier`}>{words.give}</a>
      </div>
      <Details summary={urgent ? words.lower : words.raise} open={correction !== undefined}>
        <Act action={`${base}/priorite`}>
          <input type="hidden" name="prioritaire" value={urgent ? "0" : "1"} />
          <TextArea
            name="raison"
            label={words.why}
            hint={words.whyHint}
            value={typed["raison"] ?? ""}
            maxLength={LONGEST_WORD}
            correction={correction}
          />
          <Button variant="secondary">{urgent ? words.lower : words.raise}</Button>
        </Act>
      </Details>
    </>
  );
}
