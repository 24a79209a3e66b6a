import { randomUUID } from "node:crypto";

import { parisDate } from "#kernel";
import {
  BackLink,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  DataTable,
  DateField,
  Details,
  ErrorSummary,
  FileField,
  FormToken,
  Notice,
  Radios,
  SummaryList,
  TextField,
  type Correction,
  type Page,
} from "#platform";

import { audienceWords, sizeWords } from "../../audience/texts.fr.ts";
import type { ReadReceipt } from "../../read/receipts.ts";
import { allows, stateOf } from "../../rules/publication-state.ts";
import type { PublishedFile } from "../../written/files.ts";
import type { OwnPublication, WrittenVersion } from "../../written/publication.ts";
import { FileLinks } from "../shared/file-links.tsx";
import { TextBody } from "../shared/text-body.tsx";
import { momentWords } from "../shared/texts.fr.ts";
import { State } from "./list-route.tsx";
import { Readers } from "./readers.tsx";
import { texts } from "./texts.fr.ts";

/** What the page of one publication is drawn from. */
export interface OneView {
  readonly own: OwnPublication;
  readonly size: { readonly households: number; readonly adults: number };
  readonly files: readonly PublishedFile[];
  readonly versions: readonly WrittenVersion[];
  readonly receipts: readonly ReadReceipt[];
  readonly now: Temporal.Instant;
  readonly mostBytes: number;
  readonly done: keyof typeof texts.done | undefined;
  readonly typed?: { readonly quand: string; readonly jour: string; readonly heure: string };
  readonly corrections?: readonly Correction[];
}

/** One publication: as families read it, what may be done of it, its files, and who read it. */
export function onePage(view: OneView): Page {
  const { own, size, files, versions, receipts, now, done, corrections = [] } = view;
  const { title, version, writtenAt, writtenBy, audience } = own;
  const base = addressOf(own);
  const state = stateOf(own, now);
  return {
    title,
    section: "publications",
    dense: true,
    toCorrect: corrections.length > 0,
    islands: ["upload.js"],
    before: <BackLink href="/agent/publications" label={texts.back} />,
    flash: (
      <>
        <ErrorSummary items={corrections} />
        {done !== undefined && (
          <Notice tone="success" announce>
            <p>{texts.done[done]}</p>
          </Notice>
        )}
      </>
    ),
    main: (
      <>
        <h1>{title}</h1>
        <SummaryList
          facts={[
            { term: texts.facts.state, value: <State publication={own} now={now} /> },
            {
              term: texts.facts.audience,
              value: `${audienceWords(audience)} (${sizeWords(size)})`,
            },
            { term: texts.facts.version, value: texts.version(version, momentWords(writtenAt), writtenBy) },
          ]}
        />
        <Card title={texts.preview}>
          <TextBody text={own.body} />
          <FileLinks files={files} base={base} />
        </Card>
        {allows(state, "change") && (
          <p>
            <ButtonLink href={`${base}/corriger`} variant="secondary">
              {texts.acts.change}
            </ButtonLink>
          </p>
        )}
        <Publishing view={view} />
        {state !== "withdrawn" && <Files view={view} />}
        {state !== "draft" && <Readers own={own} receipts={receipts} />}
        {versions.length > 1 && <Versions versions={versions} />}
      </>
    ),
  };
}

const addressOf = ({ publicationId }: Pick<OwnPublication, "publicationId">): string =>
  `/agent/publications/${publicationId}`;

function Publishing({ view }: { view: OneView }) {
  const { own, now, typed, corrections = [] } = view;
  const base = addressOf(own);
  const state = stateOf(own, now);
  const words = texts.acts;
  const correction = (field: string) => corrections.find((one) => one.field === field)?.message;
  return (
    <>
      {allows(state, "schedule") && (
        <form method="post" action={`${base}/publier`}>
          <FormToken />
          <h2>{words.title}</h2>
          <Radios
            name="quand"
            legend={words.when}
            value={typed?.quand ?? "maintenant"}
            options={[
              { value: "maintenant", label: words.now },
              { value: "plus-tard", label: words.later },
            ]}
            correction={correction("quand")}
          />
          <DateField
            name="jour"
            label={words.day}
            hint={words.dayHint}
            value={typed?.jour ?? ""}
            min={parisDate(now).toString()}
            correction={correction("jour")}
            optional
          />
          <TextField
            name="heure"
            label={words.time}
            hint={words.timeHint}
            value={typed?.heure ?? ""}
            width="short"
            maxLength={8}
            correction={correction("heure")}
            optional
          />
          <Checkbox name="epinglee" value="1" label={words.pinned} checked={own.pinned} />
          <Button>{state === "draft" ? words.publish : words.schedule}</Button>
        </form>
      )}
      {allows(state, "unschedule") && (
        <form method="post" action={`${base}/retirer`}>
          <FormToken />
          <Button variant="secondary">{words.take}</Button>
        </form>
      )}
      {allows(state, "withdraw") && (
        <>
          <form method="post" action={`${base}/epingler`}>
            <FormToken />
            <input type="hidden" name="epinglee" value={own.pinned ? "0" : "1"} />
            <Button variant="secondary">{own.pinned ? words.unpin : words.pin}</Button>
          </form>
          <Details summary={words.withdrawTitle}>
            <p>{words.withdrawLead}</p>
            <form method="post" action={`${base}/retirer`}>
              <FormToken />
              <Button variant="warning">{words.withdraw}</Button>
            </form>
          </Details>
        </>
      )}
    </>
  );
}

function Files({ view }: { view: OneView }) {
  const { own, files, mostBytes, corrections = [] } = view;
  const base = addressOf(own);
  const words = texts.files;
  const megabytes = Math.floor(mostBytes / 1_000_000);
  return (
    <Details summary={words.title} open={corrections.some(({ field }) => field === "fichier")}>
      {files.map(({ documentId, name }) => (
        <form method="post" action={`${base}/fichiers/${documentId}/retirer`}>
          <FormToken />
          <Button variant="secondary">{words.remove(name)}</Button>
        </form>
      ))}
      <form
        method="post"
        action={`${base}/fichiers`}
        enctype="multipart/form-data"
        data-upload={words.progress}
        data-cut={words.cut}
      >
        <FormToken />
        <input type="hidden" name="cle" value={randomUUID()} />
        <FileField
          name="fichier"
          label={words.file}
          hint={words.hint(megabytes)}
          accept="image/jpeg,image/png,application/pdf"
          most={{ bytes: mostBytes, tooHeavy: words.tooHeavy(megabytes) }}
          correction={corrections.find(({ field }) => field === "fichier")?.message}
        />
        <Button>{words.submit}</Button>
      </form>
    </Details>
  );
}

function Versions({ versions }: { versions: readonly WrittenVersion[] }) {
  const words = texts.versions;
  return (
    <>
      <h2>{words.title}</h2>
      <DataTable
        caption={words.title}
        captionHidden
        rows={versions}
        columns={[
          { header: words.columns.number, numeric: true, cell: ({ number }) => String(number) },
          { header: words.columns.title, rowHeader: true, cell: ({ title }) => title },
          {
            header: words.columns.written,
            cell: ({ writtenAt, writtenBy }) => `${momentWords(writtenAt)}, ${writtenBy}`,
          },
          { header: words.columns.asks, cell: ({ asks }) => (asks ? words.yes : words.no) },
          { header: words.columns.accepted, cell: ({ accepted }) => words.adults(accepted) },
        ]}
      />
    </>
  );
}
