import { Field, fieldAttributes, type FieldProps } from "./field.tsx";

/** One file to choose, or to photograph; the last field of its form, whose fields are read before it. */
export function FileField(props: FieldProps & { accept: string; mostBytes: number; tooHeavy: string }) {
  return (
    <Field {...props}>
      <input
        {...fieldAttributes(props)}
        class="input"
        type="file"
        accept={props.accept}
        data-most={props.mostBytes}
        data-too-heavy={props.tooHeavy}
      />
    </Field>
  );
}
