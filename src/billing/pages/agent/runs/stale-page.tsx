import { randomUUID } from "node:crypto";

import type { Id } from "#kernel";
import { BackLink, Notice, type Page } from "#platform";

import { AgainForm } from "./again-form.tsx";
import { texts } from "./texts.fr.ts";

/** A draft that the facts have left behind is not issued: what happened, and the button that makes it again. */
export function stalePage(run: Id<"run">, payers: number): Page {
  return {
    title: texts.refused.title,
    section: "billing",
    dense: true,
    before: <BackLink href={`/agent/facturation/${run}`} label={texts.issue.back} />,
    main: (
      <>
        <h1>{texts.refused.title}</h1>
        <Notice tone="warning" title={texts.refused.staleTitle}>
          <p>{texts.refused.stale(payers)}</p>
        </Notice>
        <AgainForm run={run} formKey={randomUUID()} />
      </>
    ),
  };
}
