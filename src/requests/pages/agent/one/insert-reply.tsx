import { Button } from "#platform";

import { texts } from "../replies/texts.fr.ts";
import type { RequestView } from "./request-view.ts";

/**
 * Chooses a canned answer for the field of this form. Without a script the whole form goes and comes back with the text
 * at the end of what was typed; with it the text comes where the cursor is.
 */
export function InsertReply({
  field,
  replies,
  base,
}: Pick<RequestView, "replies"> & { field: string; base: string }) {
  if (replies.length === 0) return null;
  const id = `reponse-${field}`;
  return (
    <div class="row" data-insert={field}>
      <label class="label" for={id}>
        {texts.insert.choose}
      </label>
      <select id={id} class="input" name="reponse">
        <option value="">{texts.insert.none}</option>
        {replies.map(({ replyId, label, text }) => (
          <option value={replyId} data-text={text}>
            {label}
          </option>
        ))}
      </select>
      <Button variant="secondary" name="dans" value={field} formaction={`${base}/inserer`}>
        {texts.insert.button}
      </Button>
    </div>
  );
}
