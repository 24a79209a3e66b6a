import { ButtonLink, DataTable, PhoneLink } from "#platform";

import type { Campaign } from "../../campaigns/campaign.ts";
import type { Progress, Unreached } from "../../campaigns/reached.ts";
import { texts } from "./texts.fr.ts";

/** How many families to call stand on the page; all are in the file. */
const MOST = 50;

/** How far it has come: a bar, and the figures under it. */
export function ProgressOf({ progress }: { progress: readonly Progress[] }) {
  const words = texts.progress;
  const all = progress.reduce((sum, one) => sum + one.all, 0);
  const handed = progress.reduce((sum, one) => sum + one.all - one.waiting, 0);
  return (
    <>
      <h2>{words.title}</h2>
      <p>
        <label for="avancement">{words.label(handed, all)}</label>{" "}
        <progress id="avancement" value={handed} max={Math.max(all, 1)} />
      </p>
      <DataTable
        caption={words.title}
        captionHidden
        rows={progress}
        columns={[
          { header: words.columns.channel, rowHeader: true, cell: ({ channel }) => words.channels[channel] },
          { header: words.columns.all, numeric: true, cell: (one) => count(one.all) },
          { header: words.columns.waiting, numeric: true, cell: (one) => count(one.waiting) },
          { header: words.columns.queued, numeric: true, cell: (one) => count(onTheWay(one)) },
          { header: words.columns.sent, numeric: true, cell: (one) => count(one.sent) },
          { header: words.columns.refused, numeric: true, cell: (one) => count(one.refused) },
          { header: words.columns.leftOut, numeric: true, cell: (one) => count(one.leftOut) },
        ]}
      />
    </>
  );
}

const count = (number: number): string => number.toLocaleString("fr-FR");

/** Handed to the outbox, and neither taken nor refused by the server yet. */
const onTheWay = ({ all, waiting, sent, refused, leftOut }: Progress): number =>
  all - waiting - sent - refused - leftOut;

/** The families that no message reaches, to be called. */
export function UnreachedBy(props: {
  unreached: readonly Unreached[];
  kind: Campaign["kind"];
  address: string;
}) {
  const { unreached, kind, address } = props;
  const words = texts.unreached;
  const { columns } = words;
  return (
    <>
      <h2>{words.title}</h2>
      {unreached.length === 0 ? (
        <p>{words.none[kind]}</p>
      ) : (
        <>
          <p>{words.lead}</p>
          <DataTable
            caption={unreached.length > MOST ? words.shown(MOST, unreached.length) : words.title}
            captionHidden={unreached.length <= MOST}
            rows={unreached.slice(0, MOST)}
            columns={[
              { header: columns.family, rowHeader: true, cell: ({ label }) => label },
              { header: columns.adults, cell: ({ adults }) => adults },
              { header: columns.phones, cell: ({ phones }) => <Phones phones={phones} /> },
            ]}
          />
          <p>
            <ButtonLink href={`${address}/a-appeler.csv`} variant="secondary">
              {words.csv}
            </ButtonLink>
          </p>
        </>
      )}
    </>
  );
}

function Phones({ phones }: { phones: readonly string[] }) {
  if (phones.length === 0) return <>{texts.unreached.noPhone}</>;
  return (
    <>
      {phones.map((phone, index) => (
        <>
          {index > 0 && ", "}
          <PhoneLink number={phone} />
        </>
      ))}
    </>
  );
}
