import { BarChart, DataTable } from "#platform";

import type { ReadReceipt } from "../../read/receipts.ts";
import { isToAccept } from "../../rules/to-accept.ts";
import type { OwnPublication } from "../../written/publication.ts";
import { momentWords } from "../shared/texts.fr.ts";
import { texts } from "./texts.fr.ts";

const words = texts.readers;

/** As many are listed on the page; the file has all. */
const MOST_LISTED = 100;

/** Who opened a publication and who accepted it: a chart, the first names, and the file of all. */
export function Readers({ own, receipts }: { own: OwnPublication; receipts: readonly ReadReceipt[] }) {
  const { asked, audience, kind } = own;
  const opened = receipts.filter(({ openedAt }) => openedAt !== null).length;
  const accepted = receipts.filter((one) => hasAccepted(one, asked)).length;
  const room = receipts.length;
  const bar = (label: string, value: number) => ({
    label,
    value,
    room,
    text: words.of(value, room),
  });
  const isPublic = audience.reach === "public";
  return (
    <>
      <h2>{kind === "rules" ? words.titleRules : words.title}</h2>
      {isPublic && <p>{words.publicNote}</p>}
      <BarChart
        caption={words.chart}
        table={null}
        bars={[bar(words.opened, opened), ...(asked === null ? [] : [bar(words.accepted, accepted)])]}
      />
      <p>
        <a href={`/agent/publications/${own.publicationId}/lecteurs.csv`} download>
          {words.csv}
        </a>
      </p>
      {receipts.length > 0 && (
        <DataTable
          caption={room > MOST_LISTED ? words.shown(MOST_LISTED, room) : words.caption}
          rows={receipts.slice(0, MOST_LISTED)}
          columns={[
            { header: words.columns.name, rowHeader: true, cell: ({ name }) => name },
            { header: words.columns.households, cell: ({ households }) => households || words.not },
            { header: words.columns.opened, cell: ({ openedAt }) => when(openedAt) },
            ...(kind === "rules"
              ? [
                  {
                    header: words.columns.accepted,
                    cell: ({ acceptedAt }: ReadReceipt) => when(acceptedAt),
                  },
                  {
                    header: words.columns.version,
                    cell: ({ acceptedVersion }: ReadReceipt) => String(acceptedVersion ?? words.not),
                  },
                ]
              : []),
          ]}
        />
      )}
    </>
  );
}

const when = (at: Temporal.Instant | null): string => (at === null ? words.not : momentWords(at));

const hasAccepted = ({ acceptedVersion }: ReadReceipt, asked: number | null): boolean =>
  acceptedVersion !== null && !isToAccept(asked, acceptedVersion);
