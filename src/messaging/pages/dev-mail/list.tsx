import { DataTable, EmptyState, type Page } from "#platform";

import type { ListedMessage } from "../../outbox.ts";
import { titleOf } from "./title-of.ts";
import { writtenAt } from "./written-at.ts";
import { texts } from "./texts.fr.ts";

/** The messages of the demonstration, newest first. */
export function mailList(messages: readonly ListedMessage[], most: number): Page {
  return {
    title: texts.title,
    main: (
      <>
        <h1>{texts.title}</h1>
        <p>{texts.explanation}</p>
        {messages.length === 0 ? (
          <EmptyState title={texts.none}>
            <p>{texts.whenThereIsOne}</p>
          </EmptyState>
        ) : (
          <DataTable
            caption={messages.length < most ? texts.count(messages.length) : texts.latestOnly(most)}
            rows={messages}
            columns={[
              {
                header: texts.columns.subject,
                rowHeader: true,
                cell: (message) => <a href={`/dev/courrier/${message.id}`}>{titleOf(message)}</a>,
              },
              { header: texts.columns.channel, cell: ({ channel }) => texts.channels[channel] },
              { header: texts.columns.to, cell: ({ to_address }) => to_address },
              { header: texts.columns.written, cell: writtenAt },
              { header: texts.columns.state, cell: ({ state }) => texts.states[state] },
            ]}
          />
        )}
      </>
    ),
  };
}
