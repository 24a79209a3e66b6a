import { BackLink, type Page, SummaryList } from "#platform";

import { Lines } from "../../lines.tsx";
import type { ReadMessage } from "../../outbox.ts";
import { titleOf } from "./title-of.ts";
import { writtenAt } from "./written-at.ts";
import { texts } from "./texts.fr.ts";

/** One message of the demonstration: who it is for, what it says, and the way to its HTML version. */
export function mailMessage(message: ReadMessage): Page {
  const answer =
    message.last_answer === null ? [] : [{ term: texts.facts.answer, value: message.last_answer }];
  return {
    title: titleOf(message),
    before: <BackLink href="/dev/courrier" label={texts.back} />,
    main: (
      <>
        <h1>{titleOf(message)}</h1>
        <SummaryList
          facts={[
            { term: texts.facts.channel, value: texts.channels[message.channel] },
            { term: texts.facts.to, value: message.to_address },
            { term: texts.facts.written, value: writtenAt(message) },
            { term: texts.facts.state, value: texts.states[message.state] },
            ...answer,
          ]}
        />
        {message.channel === "mail" && (
          <p>
            <a href={`/dev/courrier/${message.id}/html`}>{texts.htmlVersion}</a>
          </p>
        )}
        <h2>{texts.textVersion}</h2>
        <p>
          <Lines text={message.body_text} />
        </p>
      </>
    ),
  };
}
