import type { ComponentChildren } from "preact";

type ButtonLook = {
  /** A verb: « Réserver », « Annuler le repas ». */
  children: ComponentChildren;
  variant?: "primary" | "secondary" | "warning" | undefined;
  /** As wide as the page on a telephone. */
  wide?: boolean | undefined;
};

/** Submits the form it stands in; `name` and `value` say which button was pressed. */
export function Button(props: ButtonLook & { name?: string; value?: string; formaction?: string }) {
  return (
    <button class={buttonClass(props)} name={props.name} value={props.value} formaction={props.formaction}>
      {props.children}
    </button>
  );
}

/** Looks like a button and goes to a page. */
export function ButtonLink(props: ButtonLook & { href: string }) {
  return (
    <a class={buttonClass(props)} href={props.href}>
      {props.children}
    </a>
  );
}

function buttonClass({ variant = "primary", wide }: ButtonLook): string {
  return `button${variant === "primary" ? "" : ` button-${variant}`}${wide ? " button-wide" : ""}`;
}
