import { DateField, Radios, TextArea, TextField } from "#platform";

import { answersOf, type FormField, type NamedChoice } from "../../rules/form.ts";

/** What a question is drawn from. A document has a page of its own. */
interface QuestionView {
  readonly field: Exclude<FormField, { type: "document" }>;
  readonly value: string;
  /** The page's title asks it already: its own words are for those who do not see the page. */
  readonly asTitle?: boolean;
  readonly correction?: string | undefined;
  /** Where it is answered by a child, or by what is offered. */
  readonly choices: readonly NamedChoice[];
}

const AUTOCOMPLETE: Readonly<Partial<Record<FormField["type"], string>>> = {
  email: "email",
  phone: "tel",
  postcode: "postal-code",
};

const INPUT_MODES: Readonly<Partial<Record<FormField["type"], "numeric" | "decimal">>> = {
  postcode: "numeric",
  amount: "decimal",
  count: "numeric",
};

/** One question of a form, with its answer. */
export function Question({ field, value, asTitle = false, correction, choices }: QuestionView) {
  const { name, label, hint, optional, type } = field;
  const shared = { name, label, hint, optional, correction };
  const radios = (options: readonly { value: string; label: string }[]) => (
    <Radios
      name={name}
      legend={asTitle ? <span class="vh">{label}</span> : label}
      hint={hint}
      value={value}
      options={options}
      correction={correction}
    />
  );
  switch (type) {
    case "long-text":
      return <TextArea {...shared} value={value} rows={6} maxLength={4000} />;
    case "date":
      return <DateField {...shared} value={value} />;
    case "yes-no":
    case "choice":
      return radios(answersOf(field));
    case "child":
    case "offered":
      return radios(choices.map(({ id, name }) => ({ value: id, label: name })));
    case "text":
    case "email":
    case "phone":
    case "postcode":
    case "amount":
    case "count":
      return (
        <TextField
          {...shared}
          value={type === "amount" ? value.replace(".", ",") : value}
          type={type === "phone" ? "tel" : type === "email" ? "email" : "text"}
          inputmode={INPUT_MODES[type]}
          autocomplete={field.autofill ?? AUTOCOMPLETE[type]}
          maxLength={120}
        />
      );
  }
}
