import { Field, type FieldProps, fieldAttributes } from "./field.tsx";

/** One file to send; its form says `enctype="multipart/form-data"`. */
export function FileField(props: FieldProps & { accept?: string | undefined }) {
  return (
    <Field {...props}>
      <input {...fieldAttributes(props)} class="input" type="file" accept={props.accept} />
    </Field>
  );
}
