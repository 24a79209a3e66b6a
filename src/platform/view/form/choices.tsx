import type { ComponentChildren } from "preact";
import { describedBy, Guidance } from "./field.tsx";

/** A group of fields with one question. `correction` concerns the group. */
export function Fieldset(props: {
  id: string;
  legend: ComponentChildren;
  hint?: string | undefined;
  correction?: string | undefined;
  children: ComponentChildren;
}) {
  const described = describedBy(props.id, props);
  return (
    <fieldset class={props.correction ? "fieldset has-correction" : "fieldset"} aria-describedby={described}>
      <legend>{props.legend}</legend>
      <Guidance {...props} />
      {props.children}
    </fieldset>
  );
}

export type CheckboxProps = {
  name: string;
  label: ComponentChildren;
  id?: string | undefined;
  value?: string | undefined;
  checked?: boolean | undefined;
  disabled?: boolean | undefined;
  hint?: string | undefined;
};

/** One box with its words; the whole line is the target. */
export function Checkbox(props: CheckboxProps) {
  return <Choice type="checkbox" {...props} />;
}

export type RadiosProps = {
  name: string;
  legend: ComponentChildren;
  value?: string | undefined;
  options: readonly { value: string; label: ComponentChildren; hint?: string | undefined }[];
  hint?: string | undefined;
  correction?: string | undefined;
};

/** One answer among a few. The first radio carries the name as its id, for the error summary. */
export function Radios({ name, legend, value, options, hint, correction }: RadiosProps) {
  return (
    <Fieldset id={name} legend={legend} hint={hint} correction={correction}>
      {options.map((option, index) => (
        <Choice
          {...option}
          type="radio"
          name={name}
          id={index === 0 ? name : undefined}
          checked={option.value === value}
        />
      ))}
    </Fieldset>
  );
}

function Choice({ label, hint, ...input }: CheckboxProps & { type: "checkbox" | "radio" }) {
  return (
    <label class="choice">
      <input class="check" {...input} />
      <span>
        {label}
        {hint && <span class="hint">{hint}</span>}
      </span>
    </label>
  );
}
