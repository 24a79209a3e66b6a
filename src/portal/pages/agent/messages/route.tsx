import { agentEverywhere, type Visit } from "#identity";
import { formatMoment, formatPhone, parisDateTime } from "#kernel";
import { troubledMessages, type TroubledMessage } from "#messaging";
import { DataTable, EmptyState, noInput, page, route, StateLabel, type Route } from "#platform";

import { texts } from "./texts.fr.ts";

const MOST = 200;
const DAYS = 30;

/** GET /agent/envois: the mails and text messages that did not leave, and why. */
export const troubledMessagesRoute: Route<Visit> = route({
  method: "GET",
  path: "/agent/envois",
  access: agentEverywhere("families.read"),
  input: noInput,
  async answer({ database, now }) {
    const since = now.subtract({ hours: 24 * DAYS });
    const troubled = await database.read((reads) => troubledMessages(reads, { since, most: MOST }));
    return page({
      title: texts.title,
      section: "families",
      dense: true,
      main: (
        <>
          <h1>{texts.title}</h1>
          <p>{texts.lead}</p>
          {troubled.length === 0 ? (
            <EmptyState title={texts.none}>
              <p>{texts.noneMore}</p>
            </EmptyState>
          ) : (
            <>
              <p>{texts.help}</p>
              <Messages troubled={troubled} />
            </>
          )}
        </>
      ),
    });
  },
});

function Messages({ troubled }: { troubled: readonly TroubledMessage[] }) {
  const { columns } = texts;
  return (
    <DataTable
      caption={troubled.length < MOST ? texts.title : texts.latest(MOST)}
      captionHidden={troubled.length < MOST}
      rows={troubled}
      columns={[
        {
          header: columns.message,
          rowHeader: true,
          cell: ({ channel, subject }) => (channel === "mail" ? subject : texts.text),
        },
        { header: columns.channel, cell: ({ channel }) => texts.channels[channel] },
        { header: columns.to, cell: ({ to }) => formatPhone(to) },
        { header: columns.written, cell: ({ writtenAt }) => momentWords(writtenAt) },
        { header: columns.state, cell: (message) => <State message={message} /> },
        { header: columns.answer, cell: ({ answer }) => answer ?? "" },
      ]}
    />
  );
}

function State({ message: { nextAttempt, attempts } }: { message: TroubledMessage }) {
  if (nextAttempt === null) return <StateLabel tone="closed" word={texts.refused} />;
  const next = momentWords(nextAttempt);
  return <StateLabel tone="waiting" word={attempts < 2 ? texts.first(next) : texts.again(attempts, next)} />;
}

/** « mardi 1 décembre à 12 h » */
function momentWords(at: Temporal.Instant): string {
  const local = parisDateTime(at);
  return formatMoment(local.toPlainDate(), local.toPlainTime());
}
