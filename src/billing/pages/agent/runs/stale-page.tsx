import { randomUUID } from "node:crypto";

import type { Id } from "#kernel";
import { BackLink, Notice, type Page } from "#platform";

import type { Moved } from "../../../run/moved-since.ts";
import { AgainForm } from "./again-form.tsx";
import { MovedList } from "./moved-list.tsx";
import { texts } from "./texts.fr.ts";

/** A draft that the facts have left behind is not issued: whose lines moved, and the button that makes it again. */
export function stalePage(run: Id<"run">, moved: Moved): Page {
  return {
    title: texts.refused.title,
    section: "billing",
    dense: true,
    before: <BackLink href={`/agent/facturation/${run}`} label={texts.issue.back} />,
    main: (
      <>
        <h1>{texts.refused.title}</h1>
        <Notice tone="warning" title={texts.refused.staleTitle}>
          <p>{texts.refused.stale(moved.payers)}</p>
          <MovedList moved={moved} />
        </Notice>
        <AgainForm run={run} formKey={randomUUID()} />
      </>
    ),
  };
}
