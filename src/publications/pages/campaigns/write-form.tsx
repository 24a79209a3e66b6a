import {
  BackLink,
  Button,
  ErrorSummary,
  firstValue,
  FormToken,
  page,
  Radios,
  Select,
  TextArea,
  TextField,
  valuesOf,
  type Answer,
  type Correction,
  type FormReader,
  type Values,
} from "#platform";
import type { ComponentChildren } from "preact";

import type { AudienceChoices } from "../../audience/audience-choices.ts";
import { AudienceFields } from "../../audience/audience-fields.tsx";
import type { OwnCampaign } from "../../campaigns/campaign.ts";
import type { CampaignWords } from "../../campaigns/write-campaign.ts";
import { texts } from "./texts.fr.ts";

const LONGEST = { subject: 150, body: 10_000, sms: 459 };
const PACES = ["60", "300", "1000"] as const;
const words = texts.form;

/** What an agent typed; undefined, with what to write instead, where it is not a campaign. */
export function readCampaignWords(read: FormReader): CampaignWords | undefined {
  const kind = read.choice("genre", ["service", "news"]);
  const subject = read.text("objet", LONGEST.subject);
  const body = read.text("texte", LONGEST.body).replaceAll(/\r\n?/g, "\n");
  const sms = read.text("sms", LONGEST.sms).replaceAll(/\s+/g, " ");
  const pace = read.choice("cadence", PACES);
  if (subject === "" && body !== "") read.correct("objet", words.noSubject);
  if (body === "" && subject !== "") read.correct("texte", words.noBody);
  if (subject === "" && body === "" && sms === "") read.correct("objet", words.nothing);
  if (kind === undefined || pace === undefined) return undefined;
  return { kind, subject, body, sms, perMinute: Number(pace) };
}

/** The form of a campaign that is written already. */
export const typedWords = ({ version, kind, subject, body, sms, perMinute }: OwnCampaign): Values =>
  valuesOf({
    version: String(version),
    genre: kind,
    objet: subject,
    texte: body,
    sms,
    cadence: String(perMinute),
  });

function WordFields({ typed, corrections }: { typed: Values; corrections: readonly Correction[] }) {
  const correction = (field: string) => corrections.find((one) => one.field === field)?.message;
  return (
    <>
      <Radios
        name="genre"
        legend={words.kind}
        value={firstValue(typed, "genre")}
        options={(["service", "news"] as const).map((kind) => ({
          value: kind,
          label: texts.kinds[kind],
          hint: texts.kindHints[kind],
        }))}
        correction={correction("genre")}
      />
      <TextField
        name="objet"
        label={words.subject}
        value={firstValue(typed, "objet")}
        maxLength={LONGEST.subject}
        correction={correction("objet")}
        optional
      />
      <TextArea
        name="texte"
        label={words.body}
        hint={words.bodyHint}
        value={firstValue(typed, "texte")}
        rows={10}
        maxLength={LONGEST.body}
        correction={correction("texte")}
        optional
      />
      <TextArea
        name="sms"
        label={words.sms}
        hint={words.smsHint}
        value={firstValue(typed, "sms")}
        rows={3}
        maxLength={LONGEST.sms}
        correction={correction("sms")}
        optional
      />
      <Select
        name="cadence"
        label={words.pace}
        hint={words.paceHint}
        value={firstValue(typed, "cadence")}
        options={PACES.map((pace) => ({ value: pace, label: words.paces[pace] }))}
        correction={correction("cadence")}
      />
    </>
  );
}

/** A new campaign, or the same with what to write instead. */
export function newForm(choices: AudienceChoices, typed: Values, corrections: readonly Correction[]): Answer {
  return formPage(
    words.newTitle,
    corrections,
    "/agent/campagnes",
    <>
      <p>{words.lead}</p>
      <form method="post" action="/agent/campagnes/ecrire">
        <FormToken />
        <input type="hidden" name="cle" value={firstValue(typed, "cle")} />
        <WordFields typed={typed} corrections={corrections} />
        <AudienceFields choices={choices} typed={typed} corrections={corrections} />
        <Button>{words.submit}</Button>
      </form>
    </>,
  );
}

/** The words of a draft. */
export function changeForm(
  { campaignId, version }: OwnCampaign,
  typed: Values,
  corrections: readonly Correction[],
): Answer {
  const address = `/agent/campagnes/${campaignId}`;
  return formPage(
    words.changeTitle,
    corrections,
    address,
    <form method="post" action={`${address}/corriger`}>
      <FormToken />
      <input type="hidden" name="version" value={firstValue(typed, "version") || String(version)} />
      <WordFields typed={typed} corrections={corrections} />
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
      section: "campaigns",
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
