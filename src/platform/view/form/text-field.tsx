import { Field, type FieldProps, fieldAttributes } from "./field.tsx";

export type TextFieldProps = FieldProps & {
  value?: string | undefined;
  type?: "text" | "email" | "tel" | "search" | undefined;
  /** HTML autofill name: « email », « given-name »… */
  autocomplete?: string | undefined;
  inputmode?: "numeric" | "decimal" | undefined;
  maxLength?: number | undefined;
  width?: "short" | "medium" | undefined;
};

/** One line of text. Without `optional` the browser asks for it too. */
export function TextField(props: TextFieldProps) {
  return (
    <Field {...props}>
      <input
        {...fieldAttributes(props)}
        class={inputClass(props.width)}
        type={props.type ?? "text"}
        list={undefined}
        value={props.value}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        maxLength={props.maxLength}
      />
    </Field>
  );
}

/** A password: `autocomplete` tells the password manager whether it is a known or a new one. */
export function PasswordField(props: FieldProps & { autocomplete: "current-password" | "new-password" }) {
  return (
    <Field {...props}>
      <input
        {...fieldAttributes(props)}
        class={inputClass(undefined)}
        type="password"
        autocomplete={props.autocomplete}
        autocapitalize="none"
        spellcheck={false}
      />
    </Field>
  );
}

export type DateFieldProps = FieldProps & {
  /** ISO dates: 2026-11-12. */
  value?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
};

/** One date, posted as ISO text; the browser shows it the French way and brings its own calendar. */
export function DateField(props: DateFieldProps) {
  return (
    <Field {...props}>
      <input
        {...fieldAttributes(props)}
        class={inputClass("medium")}
        type="date"
        value={props.value}
        min={props.min}
        max={props.max}
      />
    </Field>
  );
}

type TextAreaProps = FieldProps & {
  value?: string;
  rows?: number;
  maxLength?: number;
  /** A file: as wide as the page, in letters of one width, its lines not folded. */
  file?: boolean;
};

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      <textarea
        {...fieldAttributes(props)}
        class={props.file === true ? "input input-file" : inputClass(undefined)}
        spellcheck={props.file === true ? false : undefined}
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
      >
        {props.value}
      </textarea>
    </Field>
  );
}

export type SelectProps = FieldProps & {
  value?: string | undefined;
  options: readonly { value: string; label: string }[];
};

/** A list to choose from; radios are better up to five. Without an empty line there is always an answer to send. */
export function Select(props: SelectProps) {
  const answered = props.options[0]?.value !== "";
  return (
    <Field {...props}>
      <select
        {...fieldAttributes({ ...props, optional: props.optional === true || answered })}
        class={inputClass(undefined)}
      >
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

function inputClass(width: "short" | "medium" | undefined): string {
  return width ? `input input-${width}` : "input";
}
