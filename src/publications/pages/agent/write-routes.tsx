import { randomUUID } from "node:crypto";

import type { SignedInVisit } from "#identity";
import { parisDate, parseId, type Id } from "#kernel";
import {
  BackLink,
  Button,
  Checkbox,
  Details,
  ErrorSummary,
  firstValue,
  formId,
  formReader,
  FormToken,
  formValues,
  notFound,
  page,
  Radios,
  redirect,
  route,
  TextArea,
  TextField,
  valuesOf,
  type Answer,
  type Correction,
  type Values,
} from "#platform";
import type { ComponentChildren } from "preact";
import { z } from "zod";

import { audienceChoices, type AudienceChoices } from "../../audience/audience-choices.ts";
import { AudienceFields, readAudience } from "../../audience/audience-fields.tsx";
import { PUBLISH, publisher } from "../../policy.ts";
import { ownPublication, type OwnPublication } from "../../written/publication.ts";
import { rewrite, writeDraft } from "../../written/write-publication.ts";
import { TextBody } from "../shared/text-body.tsx";
import { texts as shared } from "../shared/texts.fr.ts";
import { texts } from "./texts.fr.ts";

const WRITE = "/agent/publications/ecrire";
const CHANGE = "/agent/publications/:publication/corriger";
const LONGEST = { title: 150, body: 20_000 };
const ofPublication = z.object({ publication: formId<"publication">() });

const words = texts.form;

/** A new publication, and the words of one that is written. */
export const writeRoutes = [
  route({
    method: "GET",
    path: WRITE,
    access: publisher,
    input: z.object({ query: z.object({ foyer: formId<"household">().optional().catch(undefined) }) }),
    async answer(visit, { query: { foyer } }) {
      const choices = await choicesOf(visit, foyer);
      const chosen: Readonly<Record<string, string>> =
        foyer === undefined ? {} : { pour: "household", foyer };
      return newPage(choices, valuesOf({ cle: randomUUID(), genre: "news", ...chosen }), []);
    },
  }),
  route({
    method: "POST",
    path: WRITE,
    access: publisher,
    input: z.object({ body: formValues }),
    async answer(visit, { body }) {
      const choices = await choicesOf(visit, parseId<"household">(firstValue(body, "foyer")));
      const read = formReader(body);
      const publicationId = parseId<"publication">(read.text("cle", 36));
      const kind = read.choice("genre", ["news", "rules"]);
      const audience = readAudience(read, choices);
      const said = readWords(read);
      if (
        publicationId === undefined ||
        kind === undefined ||
        audience === undefined ||
        read.corrections.length > 0
      ) {
        const again = new Map([...body, ["cle", [publicationId ?? randomUUID()]]]);
        return newPage(choices, again, read.corrections);
      }
      const written = await writeDraft(visit, { publicationId, kind, audience, ...said });
      return written.ok ? redirect(`/agent/publications/${written.value}?fait=ecrite`) : notFound;
    },
  }),
  route({
    method: "GET",
    path: CHANGE,
    access: publisher,
    input: z.object({ params: ofPublication }),
    async answer({ actor, database }, { params }) {
      const own = await database.read((reads) => ownPublication(reads, actor, params.publication));
      if (own === undefined || own.withdrawnAt !== null) return notFound;
      return changePage(own, typedFrom(own), []);
    },
  }),
  route({
    method: "POST",
    path: CHANGE,
    access: publisher,
    input: z.object({ params: ofPublication, body: formValues }),
    async answer(visit, { params, body }) {
      const { actor, database } = visit;
      const own = await database.read((reads) => ownPublication(reads, actor, params.publication));
      if (own === undefined) return notFound;
      const read = formReader(body);
      const version = read.count("version", { least: 1, most: 1_000_000 });
      const asks = firstValue(body, "accepter") === "1";
      const said = readWords(read);
      if (version === undefined || read.corrections.length > 0)
        return changePage(own, body, read.corrections);
      const done = await rewrite(visit, { publicationId: own.publicationId, version, asks, ...said });
      if (done.ok) return redirect(`/agent/publications/${own.publicationId}?fait=corrigee`);
      if (done.refusal.code === "unknown") return notFound;
      const last = await database.read((reads) => ownPublication(reads, actor, params.publication));
      if (last === undefined || last.withdrawnAt !== null) return notFound;
      const typed = new Map([...body, ["version", [String(last.version)]]]);
      return changePage(last, typed, [{ field: "texte", message: words.changed }], <Others own={last} />);
    },
  }),
];

function readWords(read: ReturnType<typeof formReader>): { title: string; body: string } {
  return {
    title: read.named("titre", LONGEST.title, words.noTitle),
    body: read.named("texte", LONGEST.body, words.noBody).replaceAll(/\r\n?/g, "\n"),
  };
}

const choicesOf = (
  { actor, database, now }: SignedInVisit,
  household: Id<"household"> | undefined,
): Promise<AudienceChoices> =>
  database.read((reads) =>
    audienceChoices(reads, { actor, right: PUBLISH }, { today: parisDate(now), household }),
  );

const typedFrom = ({ version, title, body }: OwnPublication): Values =>
  valuesOf({ version: String(version), titre: title, texte: body, accepter: "1" });

function WordFields({ typed, corrections }: { typed: Values; corrections: readonly Correction[] }) {
  const correction = (field: string) => corrections.find((one) => one.field === field)?.message;
  return (
    <>
      <TextField
        name="titre"
        label={words.name}
        value={firstValue(typed, "titre")}
        maxLength={LONGEST.title}
        correction={correction("titre")}
      />
      <TextArea
        name="texte"
        label={words.body}
        hint={words.bodyHint}
        value={firstValue(typed, "texte")}
        rows={12}
        maxLength={LONGEST.body}
        correction={correction("texte")}
      />
    </>
  );
}

function newPage(choices: AudienceChoices, typed: Values, corrections: readonly Correction[]): Answer {
  const title = words.newTitle;
  const kinds = (["news", "rules"] as const).map((kind) => ({
    value: kind,
    label: shared.kinds[kind],
    hint: words.kindHints[kind],
  }));
  return formPage(
    title,
    corrections,
    "/agent/publications",
    <>
      <p>{words.lead}</p>
      <form method="post" action={WRITE}>
        <FormToken />
        <input type="hidden" name="cle" value={firstValue(typed, "cle")} />
        <Radios
          name="genre"
          legend={words.kind}
          value={firstValue(typed, "genre")}
          options={kinds}
          correction={corrections.find(({ field }) => field === "genre")?.message}
        />
        <WordFields typed={typed} corrections={corrections} />
        <AudienceFields choices={choices} typed={typed} corrections={corrections} />
        <Button>{words.submit}</Button>
      </form>
    </>,
  );
}

/** What a colleague wrote meanwhile, beside what was typed. */
function Others({ own: { title, body } }: { own: OwnPublication }) {
  return (
    <Details summary={words.others} open>
      <p>
        <strong>{title}</strong>
      </p>
      <TextBody text={body} />
    </Details>
  );
}

function changePage(
  own: OwnPublication,
  typed: Values,
  corrections: readonly Correction[],
  others: ComponentChildren = null,
): Answer {
  const address = `/agent/publications/${own.publicationId}`;
  return formPage(
    words.changeTitle,
    corrections,
    address,
    <form method="post" action={`${address}/corriger`}>
      <FormToken />
      <input type="hidden" name="version" value={firstValue(typed, "version") || String(own.version)} />
      <WordFields typed={typed} corrections={corrections} />
      {own.kind === "rules" && own.publishAt !== null && (
        <Checkbox
          name="accepter"
          value="1"
          label={words.asks}
          hint={words.asksHint}
          checked={firstValue(typed, "accepter") === "1"}
        />
      )}
      {others}
      <Button>{words.keep}</Button>
    </form>,
  );
}

function formPage(
  title: string,
  corrections: readonly Correction[],
  back: string,
  form: ComponentChildren,
): Answer {
  const toCorrect = corrections.length > 0;
  return page(
    {
      title,
      section: "publications",
      dense: true,
      toCorrect,
      before: <BackLink href={back} label={texts.back} />,
      flash: <ErrorSummary items={corrections} />,
      main: (
        <>
          <h1>{title}</h1>
          {form}
        </>
      ),
    },
    toCorrect ? 422 : 200,
  );
}
