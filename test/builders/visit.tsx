import { renderToString } from "preact-render-to-string";

import type { Visit } from "#identity";
import { FormTokenContext, type Answer, type RawInput } from "#platform";
import type { TestDatabase } from "#test";

/** A visitor's look at the test authority's espace, on 12 November 2026 at 9:00, except for what is changed. */
export function visitTo(place: TestDatabase, changes: Partial<Visit> = {}): Visit {
  return {
    actor: { kind: "visitor" },
    authority: place.authority,
    database: place.database,
    now: Temporal.Instant.from("2026-11-12T08:00:00Z"),
    origin: "https://espace.exemple.fr",
    address: "192.0.2.1",
    device: "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
    path: "/",
    sessionToken: null,
    deviceToken: null,
    ...changes,
  };
}

/** What came over the wire, as far as a test says. */
export function sent(parts: Partial<RawInput> = {}): RawInput {
  return { params: {}, query: {}, body: {}, ...parts };
}

/** The HTML of an answer's page, without its frame; empty for other answers. */
export function htmlOf(answer: Answer): string {
  if (answer.kind !== "page") return "";
  return renderToString(
    <FormTokenContext.Provider value="jeton">
      {answer.page.flash}
      {answer.page.main}
    </FormTokenContext.Provider>,
  );
}
