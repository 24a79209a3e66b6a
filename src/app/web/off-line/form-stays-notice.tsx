import { Notice } from "#platform";

import { texts } from "../texts.fr.ts";

const words = texts.formStays;

/** Shown by the script alone (form-stays.island.ts): an agent's form could not leave. */
export function FormStaysNotice() {
  return (
    <div data-form-stays hidden role="group" aria-label={words.title} tabindex={-1}>
      <Notice tone="warning" title={words.title}>
        <p>{words.off}</p>
      </Notice>
    </div>
  );
}
