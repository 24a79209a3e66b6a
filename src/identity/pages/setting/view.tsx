import {
  accentGround,
  Button,
  ErrorSummary,
  Field,
  fieldAttributes,
  Fieldset,
  FormToken,
  Notice,
  readableAccent,
  TextField,
  type Correction,
} from "#platform";

import type { AuthoritySetting } from "../../authorities/change-setting.ts";
import { texts } from "./texts.fr.ts";

/** The form of the settings, filled in with what is in force or with what was typed. */
export function Setting(props: {
  setting: AuthoritySetting;
  corrections: readonly Correction[];
  saved: boolean;
}) {
  const { setting, corrections } = props;
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  return (
    <>
      <ErrorSummary items={corrections} />
      {props.saved && (
        <Notice tone="success" announce>
          <p>{texts.saved}</p>
        </Notice>
      )}
      <Darkened accent={setting.accent} />
      <h1>{texts.title}</h1>
      <p>
        {texts.intro} {texts.logo}
      </p>
      <p>
        <a href="/agent/conservation">{texts.retention}</a>
      </p>
      <form method="post" action="/agent/reglages">
        <FormToken />
        <TextField name="nom" label={texts.name} value={setting.name} correction={correction("nom")} />
        <AccentField accent={setting.accent} correction={correction("couleur")} />
        <Fieldset id="contact" legend={texts.contactTitle}>
          <TextField
            name="telephone"
            label={texts.phone}
            type="tel"
            value={setting.phone}
            correction={correction("telephone")}
            optional
          />
          <TextField
            name="email"
            label={texts.email}
            type="email"
            value={setting.email}
            correction={correction("email")}
            optional
          />
          <TextField
            name="horaires"
            label={texts.hours}
            hint={texts.hoursHint}
            value={setting.hours}
            correction={correction("horaires")}
            optional
          />
        </Fieldset>
        <Button>{texts.submit}</Button>
      </form>
    </>
  );
}

/** The agent is told when the pages use another colour than the one asked for. */
function Darkened({ accent }: { accent: string }) {
  const readable = readableAccent(accent, accentGround.light);
  if (readable === undefined || !readable.changed) return null;
  return (
    <Notice tone="warning">
      <p>{texts.darkened(accent, readable.colour)}</p>
    </Notice>
  );
}

function AccentField({ accent, correction }: { accent: string; correction: string | undefined }) {
  const field = { name: "couleur", label: texts.accent, hint: texts.accentHint, correction };
  return (
    <Field {...field}>
      <input
        {...fieldAttributes({ ...field, optional: true })}
        class="input input-short"
        type="color"
        value={accent}
      />
    </Field>
  );
}
