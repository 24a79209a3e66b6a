import { formatDayAndYear, parisDateTime } from "#kernel";
import type { RuleSetVersion } from "#activities";
import {
  BackLink,
  Button,
  Card,
  DataTable,
  DateField,
  FormToken,
  Notice,
  TextArea,
  type Correction,
  type Page,
} from "#platform";

import { LONGEST_FILE, type TypedRuleSet } from "./form.ts";
import { texts } from "./texts.fr.ts";

/** The rule set of today to download, the form that takes another one over, and those that were. */
export function ruleSetPage(view: {
  versions: readonly RuleSetVersion[];
  typed: TypedRuleSet;
  corrections: readonly Correction[];
  today: Temporal.PlainDate;
  saved: boolean;
}): Page {
  const { versions, typed, corrections, today, saved } = view;
  return {
    title: texts.title,
    section: "offer",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href="/agent/offre" label={texts.back} />,
    ...(saved
      ? {
          flash: (
            <Notice title={texts.saved.title} announce>
              <p>{texts.saved.sentence}</p>
            </Notice>
          ),
        }
      : {}),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <p>
          <a href="/agent/reglement/fichier.yaml" download>
            {texts.download}
          </a>
        </p>
        <p class="soft">{texts.help}</p>
        <RuleSetForm typed={typed} corrections={corrections} today={today} />
        {versions.length > 0 && <Versions versions={versions} />}
      </>
    ),
  };
}

/** The form: the file's text and its day. */
export function RuleSetForm(props: {
  typed: TypedRuleSet;
  corrections: readonly Correction[];
  today: Temporal.PlainDate;
}) {
  const { typed, corrections, today } = props;
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  return (
    <Card title={texts.form.title}>
      <form method="post" action="/agent/reglement/verifier">
        <FormToken />
        <TextArea
          name="texte"
          label={texts.form.text}
          hint={texts.form.textHint}
          value={typed.texte}
          rows={16}
          file
          maxLength={LONGEST_FILE}
          correction={correction("texte")}
        />
        <DateField
          name="du"
          label={texts.form.from}
          hint={texts.form.fromHint}
          value={typed.du}
          min={today.toString()}
          correction={correction("du")}
        />
        <Button>{texts.form.check}</Button>
      </form>
    </Card>
  );
}

function Versions({ versions }: { versions: readonly RuleSetVersion[] }) {
  return (
    <DataTable
      caption={texts.versions.caption}
      rows={versions}
      columns={[
        {
          header: texts.versions.from,
          rowHeader: true,
          cell: ({ validFrom }) => formatDayAndYear(validFrom),
        },
        { header: texts.versions.at, cell: ({ at }) => formatDayAndYear(parisDateTime(at).toPlainDate()) },
        { header: texts.versions.by, cell: ({ byLabel }) => byLabel },
        {
          header: texts.versions.file,
          cell: ({ versionId }) => (
            <a href={`/agent/reglement/versions/${versionId}`} download>
              {texts.versions.download}
            </a>
          ),
        },
      ]}
    />
  );
}
