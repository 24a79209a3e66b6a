import { DateField, Select, TextField, type Correction } from "#platform";
import type { z } from "zod";

/** A cell on the form: its name there, how it is read, and how it is asked for. */
export interface CorrectionField<Field extends string> {
  field: Field;
  name: string;
  label: string;
  input: z.ZodType<string>;
  maxLength: number;
  /** Text unless told. */
  as?: "email" | "tel" | "date" | { options: readonly { value: string; label: string }[] };
  hint?: string;
  /** Needed unless told. */
  optional?: boolean;
}

/** The fields of a correction, with what they say now. */
export function CorrectionFields<Field extends string>(props: {
  fields: readonly CorrectionField<Field>[];
  typed: Readonly<Record<string, string>>;
  corrections: readonly Correction[];
}) {
  return (
    <>
      {props.fields.map((one) => (
        <OneField
          field={one}
          value={props.typed[one.name] ?? ""}
          correction={props.corrections.find(({ field }) => field === one.name)?.message}
        />
      ))}
    </>
  );
}

function OneField(props: { field: CorrectionField<string>; value: string; correction: string | undefined }) {
  const { field, value, correction } = props;
  const { name, label, hint, as, maxLength, optional = false } = field;
  const shared = { name, label, value, correction, optional, ...(hint === undefined ? {} : { hint }) };
  if (as === "date") return <DateField {...shared} />;
  if (typeof as === "object") return <Select {...shared} options={as.options} />;
  return <TextField {...shared} maxLength={maxLength} {...(as === undefined ? {} : { type: as })} />;
}
