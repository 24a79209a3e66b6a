import { Notice } from "#platform";

import { texts } from "./texts.fr.ts";

const words = texts.kept;

/** Shown by the script alone: what was ticked could not be saved, and is kept in this browser (kept-choices.ts). */
export function KeptNotice() {
  return (
    <>
      <div data-kept hidden role="group" aria-label={words.title} tabindex={-1}>
        <Notice tone="warning" title={words.title}>
          <p data-kept-off>{words.off}</p>
          <p data-kept-back>{words.back}</p>
          <p data-kept-lost>{words.lost}</p>
          <p>
            <button type="button" class="button button-secondary" data-forget>
              {words.forget}
            </button>
          </p>
        </Notice>
      </div>
      <div data-kept-elsewhere hidden>
        <Notice tone="warning" title={words.title}>
          <p>
            <a href="/planning">{words.elsewhere}</a>
          </p>
        </Notice>
      </div>
    </>
  );
}
