import type { Id } from "#kernel";
import { Button, FormToken } from "#platform";

import { texts } from "./texts.fr.ts";

interface AgainFormProps {
  readonly run: Id<"run">;
  /** The id of the run that replaces this one: a second click begins it once. */
  readonly formKey: string;
  readonly variant?: "secondary";
}

/** « Recalculer »: the draft is made again from the facts as they are. */
export function AgainForm({ run, formKey, variant }: AgainFormProps) {
  return (
    <form method="post" action={`/agent/facturation/${run}/recalculer`}>
      <FormToken />
      <input type="hidden" name="cle" value={formKey} />
      <Button {...(variant === undefined ? {} : { variant })}>{texts.again.submit}</Button>
    </form>
  );
}
