import { Button, FormToken, Select, TextArea, TextField, type Correction } from "#platform";

import type { RequestKind } from "../../../kinds/kind-queries.ts";
import { texts } from "./texts.fr.ts";

/** The longest name, and the longest text, of a canned answer. */
export const LONGEST_LABEL = 100;
export const LONGEST_BODY = 3000;

/** A canned answer as its form holds it. */
export interface TypedReply {
  readonly cle: string;
  readonly nom: string;
  readonly type: string;
  readonly texte: string;
}

/** Writes a canned answer, new or known. */
export function ReplyForm(props: {
  action: string;
  typed: TypedReply;
  kinds: readonly RequestKind[];
  corrections: readonly Correction[];
}) {
  const { action, typed, kinds, corrections } = props;
  const correction = (name: string) => corrections.find(({ field }) => field === name)?.message;
  return (
    <form method="post" action={action}>
      <FormToken />
      <input type="hidden" name="cle" value={typed.cle} />
      <TextField
        name="nom"
        label={texts.label}
        hint={texts.labelHint}
        value={typed.nom}
        maxLength={LONGEST_LABEL}
        correction={correction("nom")}
      />
      <Select
        name="type"
        label={texts.kind}
        value={typed.type}
        optional
        options={[
          { value: "", label: texts.everyKind },
          ...kinds.map(({ kindId, label }) => ({ value: kindId, label })),
        ]}
      />
      <TextArea
        name="texte"
        label={texts.body}
        hint={texts.bodyHint}
        value={typed.texte}
        maxLength={LONGEST_BODY}
        correction={correction("texte")}
      />
      <Button>{texts.keep}</Button>
    </form>
  );
}
