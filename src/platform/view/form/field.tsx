import type { ComponentChildren } from "preact";
import { texts } from "../texts.fr.ts";

/** What every field of a form shares. */
export type FieldProps = {
  name: string;
  label: string;
  /** Defaults to the name; the error summary links to it. */
  id?: string | undefined;
  hint?: string | undefined;
  /** What to write instead, when the form came back: « Écrivez une date comme 12/11/2026. » */
  correction?: string | undefined;
  /** Fields are required unless this says otherwise, in words beside the label. */
  optional?: boolean | undefined;
};

/** Attributes that tie a control to its hint and its correction. */
export function fieldAttributes(props: FieldProps) {
  const id = props.id ?? props.name;
  return {
    id,
    name: props.name,
    required: !props.optional,
    "aria-describedby": describedBy(id, props),
    "aria-invalid": props.correction ? ("true" as const) : undefined,
  };
}

/** The identifiers of the hint and of the correction that `Guidance` shows, for who is told the control or the group. */
export function describedBy(id: string, { hint, correction }: Pick<FieldProps, "hint" | "correction">) {
  const described = [hint && `${id}-aide`, correction && `${id}-correction`].filter(Boolean);
  return described.length > 0 ? described.join(" ") : undefined;
}

/** Label, hint, correction, then the control. */
export function Field({ children, ...props }: FieldProps & { children: ComponentChildren }) {
  const id = props.id ?? props.name;
  return (
    <div class={props.correction ? "field has-correction" : "field"}>
      <label class="label" for={id}>
        {props.label} {props.optional && <span class="soft">{texts.optional}</span>}
      </label>
      <Guidance {...props} id={id} />
      {children}
    </div>
  );
}

/** Hint and correction, with the identifiers that `fieldAttributes` refers to. */
export function Guidance({ id, hint, correction }: Pick<FieldProps, "hint" | "correction"> & { id: string }) {
  return (
    <>
      {hint && (
        <p class="hint" id={`${id}-aide`}>
          {hint}
        </p>
      )}
      {correction && (
        <p class="to-correct" id={`${id}-correction`}>
          <span class="vh">{texts.toCorrect} : </span>
          {correction}
        </p>
      )}
    </>
  );
}
