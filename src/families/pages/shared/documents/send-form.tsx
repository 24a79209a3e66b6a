import type { DocumentKind } from "#documents";
import { Button, DateField, FileField, FormToken, Select, type Correction } from "#platform";

import type { DocumentHousehold } from "../../../documents/people.ts";
import { texts } from "../../family/documents/texts.fr.ts";

/** The form as it was typed; the file is never kept by a page. */
export interface TypedDocument {
  readonly cle: string;
  readonly pour: string;
  readonly type: string;
  readonly fin: string;
}

/** What the form is drawn from. */
export interface SendFormView {
  readonly action: string;
  readonly typed: TypedDocument;
  readonly corrections: readonly Correction[];
  readonly mostBytes: number;
  /** Whom it may be for, and what; null for a new version of a document that says both. */
  readonly choices: {
    readonly households: readonly DocumentHousehold[];
    readonly kinds: readonly DocumentKind[];
  } | null;
  /** Who will read it; left out, what a family is told. */
  readonly said?: string;
}

const choose = { value: "", label: texts.send.choose };

/** The form that sends a file. It works without a script; with one, it says how far the sending is. */
export function SendForm({
  action,
  typed,
  corrections,
  mostBytes,
  choices,
  said = texts.send.readBy,
}: SendFormView) {
  const correction = (field: string) => corrections.find((one) => one.field === field)?.message;
  const megabytes = Math.floor(mostBytes / 1_000_000);
  return (
    <form
      method="post"
      action={action}
      enctype="multipart/form-data"
      data-upload={texts.send.progress}
      data-cut={texts.send.cut}
    >
      <FormToken />
      <input type="hidden" name="cle" value={typed.cle} />
      {choices !== null && (
        <>
          <Select
            name="type"
            label={texts.send.kind}
            value={typed.type}
            options={[choose, ...choices.kinds.map(({ kindId, label }) => ({ value: kindId, label }))]}
            correction={correction("type")}
          />
          <Select
            name="pour"
            label={texts.send.whom}
            hint={texts.send.whomHint}
            value={typed.pour}
            options={[choose, ...whomOptions(choices.households)]}
            correction={correction("pour")}
          />
        </>
      )}
      <DateField
        name="fin"
        label={texts.send.until}
        hint={texts.send.untilHint}
        value={typed.fin}
        optional
        correction={correction("fin")}
      />
      <FileField
        name="fichier"
        label={texts.send.file}
        hint={texts.send.fileHint(megabytes)}
        accept="image/jpeg,image/png,application/pdf"
        most={{ bytes: mostBytes, tooHeavy: texts.send.tooHeavy(megabytes) }}
        correction={correction("fichier")}
      />
      <p class="soft small">{said}</p>
      <Button>{texts.send.submit}</Button>
    </form>
  );
}

/** « HOUSEHOLD » for the household itself, « HOUSEHOLD PERSON » for somebody of it. */
function whomOptions(households: readonly DocumentHousehold[]): { value: string; label: string }[] {
  return households.flatMap(({ householdId, label, people }) => {
    const named = households.length > 1 ? label : null;
    return [
      { value: householdId, label: texts.send.wholeHousehold(named) },
      ...people.map(({ id, name }) => ({
        value: `${householdId} ${id}`,
        label: texts.send.inHousehold(name, named),
      })),
    ];
  });
}
