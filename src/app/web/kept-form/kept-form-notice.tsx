import type { Id } from "#kernel";
import { Notice } from "#platform";

import { texts } from "../texts.fr.ts";

const words = texts.keptForm;

/** Shown by the script alone (kept-form.island.ts): an agent's form could not leave, or is as it was before it did. */
export function KeptFormNotice({ keeper }: { keeper: Id<"account"> }) {
  return (
    <div data-kept-form data-keeper={keeper} hidden role="group" aria-label={words.title} tabindex={-1}>
      <Notice tone="warning" title={words.title}>
        <p data-kept-when="off">{words.off}</p>
        <p data-kept-when="back">{words.back}</p>
      </Notice>
    </div>
  );
}
