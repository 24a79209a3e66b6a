import {
  BackLink,
  Button,
  Card,
  Checkbox,
  ErrorSummary,
  firstValue,
  FormToken,
  Notice,
  Radios,
  TextArea,
  TextField,
  type Correction,
  type Page,
  type Values,
} from "#platform";

import { effectOf } from "../../../effects/effects.ts";
import type { RequestKind } from "../../../kinds/kind-queries.ts";
import { formFaults } from "../../../rules/form-faults.ts";
import type { RequestForm } from "../../../rules/form.ts";
import { unpublishable } from "../../../rules/unpublishable.ts";
import { FormPreview } from "./form-preview.tsx";
import { faultWords, texts } from "./texts.fr.ts";

interface KindView {
  readonly kind: RequestKind;
  /** The form that families see; null where none is published. */
  readonly published: RequestForm | null;
  readonly typed: Values;
  readonly corrections: readonly Correction[];
  readonly done: keyof typeof texts.done | undefined;
}

/** What a kind says, what the law wants of it, its form, and whether families see it. */
export function kindPage(view: KindView): Page {
  const { kind, corrections, done } = view;
  return {
    title: kind.label,
    section: "requests-desk",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href="/agent/demarches/types" label={texts.back} />,
    flash:
      done === undefined ? (
        <ErrorSummary items={corrections} />
      ) : (
        <Notice tone="success" title={texts.done[done]} announce />
      ),
    main: (
      <>
        <h1>{kind.label}</h1>
        <Publication {...view} />
        <SettingsForm {...view} />
        <h2>{texts.form}</h2>
        <p>
          <a href={`/agent/demarches/types/${kind.kindId}/formulaire`}>{texts.edit}</a>
        </p>
        <FormPreview form={kind.editedForm} />
      </>
    ),
  };
}

function Publication({ kind, published }: KindView) {
  const lacking = unpublishable(kind);
  const faults = formFaults(kind.editedForm, effectOf(kind.effect));
  const base = `/agent/demarches/types/${kind.kindId}`;
  const same = published !== null && JSON.stringify(published) === JSON.stringify(kind.editedForm);
  return (
    <Card title={kind.formNumber === null ? texts.notPublished : texts.published}>
      {kind.formNumber !== null && <p>{texts.upToDate(kind.formNumber)}</p>}
      {published !== null && !same && <p>{texts.unsaved}</p>}
      {lacking.length > 0 && <p>{texts.lacking(lacking)}</p>}
      {faults.map((fault) => (
        <p>{faultWords(fault)}</p>
      ))}
      {lacking.length === 0 && faults.length === 0 && !same && (
        <form method="post" action={`${base}/publier`}>
          <FormToken />
          <Button>
            {kind.formNumber === null ? texts.publish : texts.publishAgain(kind.formNumber + 1)}
          </Button>
        </form>
      )}
      {kind.formNumber !== null && (
        <form method="post" action={`${base}/fermer`}>
          <FormToken />
          <Button variant="warning">{texts.close}</Button>
        </form>
      )}
    </Card>
  );
}

function SettingsForm({ kind, typed, corrections }: KindView) {
  const field = (name: string) => ({
    name,
    value: firstValue(typed, name),
    correction: corrections.find((one) => one.field === name)?.message,
  });
  return (
    <form method="post" action={`/agent/demarches/types/${kind.kindId}`}>
      <FormToken />
      <h2>{texts.words}</h2>
      <TextField {...field("nom")} label={texts.label} />
      <TextArea {...field("objet")} label={texts.about} optional rows={2} />
      {effectOf(kind.effect).confidential === true ? (
        <p>{texts.confidential}</p>
      ) : (
        <Checkbox
          name="partagee"
          value="oui"
          checked={firstValue(typed, "partagee") === "oui"}
          label={texts.shared}
          hint={texts.sharedHint}
        />
      )}
      <Checkbox
        name="oubliee"
        value="oui"
        checked={firstValue(typed, "oubliee") === "oui"}
        label={texts.forgotten}
        hint={texts.forgottenHint}
      />
      <h2>{texts.legal}</h2>
      <TextField {...field("service")} label={texts.department} hint={texts.departmentHint} optional />
      <TextArea {...field("adresse")} label={texts.address} optional rows={2} />
      <TextField {...field("email")} label={texts.email} type="email" optional />
      <TextField {...field("telephone")} label={texts.phone} type="tel" optional />
      <Radios
        {...field("silence")}
        legend={texts.silence}
        hint={texts.silenceHint}
        options={[
          { value: "accepted", label: texts.silences.accepted },
          { value: "refused", label: texts.silences.refused },
          { value: "", label: texts.silences.none },
        ]}
      />
      <TextField {...field("mois")} label={texts.months} inputmode="numeric" width="short" optional />
      <TextField {...field("delai")} label={texts.expected} inputmode="numeric" width="short" optional />
      <TextArea {...field("recours")} label={texts.appeal} hint={texts.appealHint} optional rows={3} />
      <TextField {...field("brouillon")} label={texts.draft} inputmode="numeric" width="short" />
      <Button>{texts.save}</Button>
    </form>
  );
}
