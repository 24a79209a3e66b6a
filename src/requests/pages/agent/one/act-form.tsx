import { randomUUID } from "node:crypto";

import { FormToken } from "#platform";
import type { ComponentChildren } from "preact";

/** The form of one act of an agent: sent twice, it is done once. */
export function Act({ action, children }: { action: string; children: ComponentChildren }) {
  return (
    <form method="post" action={action}>
      <FormToken />
      <input type="hidden" name="cle" value={randomUUID()} />
      {children}
    </form>
  );
}
