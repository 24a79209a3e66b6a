import { z } from "zod";

import { FormToken } from "../view/form-token.tsx";
import { Button, Notice } from "../view/index.ts";
import type { Page } from "./answer.ts";

/** Something of ours that was sent, field by field. */
export interface SentForm {
  readonly path: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** Beyond this many characters a form is not carried through another page, and the person is told. */
const LONGEST_SENT = 100_000;

const flatBody = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** What was sent, from a body as the server parsed it; undefined where it cannot be shown again: files, too long. */
export function sentForm(path: string, body: unknown): SentForm | undefined {
  const parsed = flatBody.safeParse(body);
  if (!parsed.success || JSON.stringify(parsed.data).length > LONGEST_SENT) return undefined;
  const fields = Object.entries(parsed.data)
    // The token of the page that was sent is worth nothing any more.
    .filter(([name]) => name !== "formulaire")
    .flatMap(([name, values]) => [values].flat().map((value) => ({ name, value })));
  return { path, fields };
}

/** The same form as it was sent, behind a button, with the token of the page around it. */
export function SendAgain({ form, submit }: { form: SentForm; submit: string }) {
  return (
    <form method="post" action={form.path}>
      <FormToken />
      {form.fields.map(({ name, value }) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button wide>{submit}</Button>
    </form>
  );
}

/** A form of ours whose token is too old: nothing of it is written, and one press sends it again as it was. */
export function sentAgainPage(form: SentForm, backTo: string | undefined): Page {
  return {
    title: texts.title,
    main: (
      <>
        <h1>{texts.title}</h1>
        <Notice tone="warning">
          <p>{texts.kept}</p>
        </Notice>
        <SendAgain form={form} submit={texts.submit} />
        {backTo !== undefined && (
          <p>
            <a href={backTo}>{texts.back}</a>
          </p>
        )}
      </>
    ),
  };
}

const texts = {
  title: "Cette page était ouverte depuis trop longtemps",
  kept: "Rien n’est encore enregistré, et rien de ce que vous avez écrit n’est perdu : envoyez-le de nouveau.",
  submit: "Envoyer de nouveau",
  back: "Ne pas l’envoyer, et revenir à la page",
};
