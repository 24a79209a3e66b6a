import type { ComponentChildren } from "preact";

import { Button } from "../view/form/button.tsx";
import { FormToken } from "../view/form-token.tsx";
import { BackLink } from "../view/layout/breadcrumb.tsx";
import type { Page } from "./answer.ts";

/** An act of an agent that is read before it is done. */
export interface Confirmation {
  title: string;
  section: string;
  /** Where it is typed again. */
  back: { readonly href: string; readonly label: string };
  /** What it would do, in words and figures. */
  does: ComponentChildren;
  action: string;
  /** What was typed, sent again as it is; several values where a field has them. */
  fields: Readonly<Record<string, string | readonly string[]>>;
  /** The button that does it; null where there is nothing to do. */
  button: { readonly label: string; readonly variant?: "warning" } | null;
  /** Beside the button: nothing is done. */
  leave?: { readonly href: string; readonly label: string };
}

/** Says what an act would do, with the form that does it: the one way in which agents confirm. */
export function confirmationPage(act: Confirmation): Page {
  const { title, section, back, does, action, fields, button, leave } = act;
  return {
    title,
    section,
    dense: true,
    before: <BackLink {...back} />,
    main: (
      <>
        <h1>{title}</h1>
        {does}
        <form method="post" action={action}>
          <FormToken />
          {Object.entries(fields).flatMap(([name, value]) =>
            [value].flat().map((one) => <input type="hidden" name={name} value={one} />),
          )}
          <p class="row">
            {button && <Button variant={button.variant}>{button.label}</Button>}
            {leave && <a href={leave.href}>{leave.label}</a>}
          </p>
        </form>
      </>
    ),
  };
}
