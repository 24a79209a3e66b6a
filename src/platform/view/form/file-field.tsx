import { Field, fieldAttributes, type FieldProps } from "./field.tsx";

interface FileFieldProps extends FieldProps {
  accept?: string | undefined;
  /** Beyond this, a script says so before the file is sent. */
  most?: { bytes: number; tooHeavy: string };
}

/**
 * One file to choose, or to photograph; the last field of its form, whose fields are read before it. The form says
 * `enctype="multipart/form-data"`.
 */
export function FileField({ most, ...props }: FileFieldProps) {
  return (
    <Field {...props}>
      <input
        {...fieldAttributes(props)}
        class="input"
        type="file"
        accept={props.accept}
        data-most={most?.bytes}
        data-too-heavy={most?.tooHeavy}
      />
    </Field>
  );
}
