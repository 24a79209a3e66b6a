import { Button, FormToken, Radios, TextArea, TextField } from "#platform";

import { texts } from "./paid-texts.fr.ts";

interface RefundFormProps<Means extends string> {
  readonly action: string;
  /** The form's own key; null where what it answers is answered once. */
  readonly formKey: string | null;
  /** How money may be given back here, in words. */
  readonly means: Readonly<Record<Means, string>>;
  readonly typed: { readonly montant: string; readonly moyen: string; readonly motif: string };
  /** What is asked besides: why, or what is answered to a family that asked. */
  readonly said: { readonly label: string; readonly hint: string };
  readonly correction: (field: string) => string | undefined;
}

/** So much, by which means, and what the family reads: the one form that gives money back. */
export function RefundForm<Means extends string>(props: RefundFormProps<Means>) {
  const { action, formKey, means, typed, said, correction } = props;
  return (
    <form method="post" action={action}>
      <FormToken />
      {formKey !== null && <input type="hidden" name="cle" value={formKey} />}
      <TextField
        name="montant"
        label={texts.refund.amount}
        value={typed.montant}
        inputmode="decimal"
        width="short"
        correction={correction("montant")}
      />
      <Radios
        name="moyen"
        legend={texts.refund.means}
        value={typed.moyen}
        options={Object.entries<string>(means).map(([value, label]) => ({ value, label }))}
        correction={correction("moyen")}
      />
      <TextArea
        name="motif"
        label={said.label}
        hint={said.hint}
        value={typed.motif}
        maxLength={300}
        correction={correction("motif")}
      />
      <Button>{texts.refund.look}</Button>
    </form>
  );
}
