import { randomUUID } from "node:crypto";

import { BackLink, Button, Card, FormToken, Notice, StateLabel, type Page } from "#platform";

import type { RequestKind } from "../../../kinds/kind-queries.ts";
import { MODELS } from "../../../kinds/models.ts";
import { texts } from "./texts.fr.ts";

/** The kinds that are open, and those that Préau brings. */
export function kindsPage(kinds: readonly RequestKind[], done: keyof typeof texts.done | undefined): Page {
  return {
    title: texts.title,
    section: "requests-desk",
    dense: true,
    before: <BackLink href="/agent/demarches" label={texts.requests} />,
    ...(done === undefined ? {} : { flash: <Notice tone="success" title={texts.done[done]} announce /> }),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <p>
          <a href="/agent/demarches/documents">{texts.documents}</a>
        </p>
        <Card title={texts.opened}>
          {kinds.length === 0 && <p>{texts.openedNone}</p>}
          <ul class="card-rows">
            {kinds.map(({ kindId, label, formNumber }) => (
              <li>
                <a href={`/agent/demarches/types/${kindId}`}>{label}</a>
                {formNumber === null ? (
                  <StateLabel tone="closed" word={texts.notPublished} />
                ) : (
                  <StateLabel tone="on" word={`${texts.published}, ${texts.version(formNumber)}`} />
                )}
              </li>
            ))}
          </ul>
        </Card>
        <Card title={texts.models}>
          <ul class="card-rows">
            {Object.entries(MODELS).map(([name, { label, lead }]) => (
              <li>
                <span>
                  {label}
                  <br />
                  <span class="soft">{lead}</span>
                </span>
                <form method="post" action="/agent/demarches/types">
                  <FormToken />
                  <input type="hidden" name="cle" value={randomUUID()} />
                  <input type="hidden" name="modele" value={name} />
                  <Button variant="secondary">
                    {texts.open}
                    <span class="vh"> {label}</span>
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </Card>
      </>
    ),
  };
}
