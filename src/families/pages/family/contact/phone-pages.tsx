import { formatPhone } from "#kernel";
import {
  BackLink,
  Button,
  ErrorSummary,
  FormToken,
  page,
  TextField,
  type Answer,
  type Correction,
} from "#platform";
import type { VNode } from "preact";

import type { ContactProof } from "../../../contact/proofs.ts";
import { momentWords } from "../../../emails/moment-words.ts";
import { texts } from "./texts.fr.ts";

/** The form that asks for a code. */
export function phonePage(
  { key, phone }: { key: string; phone: string },
  corrections: readonly Correction[],
): Answer {
  const words = texts.phoneForm;
  return shown(words.title, corrections, [
    <p class="lead">{words.lead}</p>,
    <form method="post" action="/famille/coordonnees/telephone">
      <FormToken />
      <input type="hidden" name="cle" value={key} />
      <TextField
        name="telephone"
        type="tel"
        autocomplete="tel"
        label={words.label}
        hint={words.hint}
        value={phone}
        maxLength={30}
        width="medium"
        correction={corrections[0]?.message}
      />
      <Button wide>{words.submit}</Button>
    </form>,
  ]);
}

/** The form that takes it. */
export function codePage(
  { value, expiresAt }: Pick<ContactProof, "value" | "expiresAt">,
  correction: string | undefined,
): Answer {
  const words = texts.codeForm;
  const corrections = correction === undefined ? [] : [{ field: "code", message: correction }];
  return shown(words.title, corrections, [
    <p class="lead">{words.lead(formatPhone(value), momentWords(expiresAt))}</p>,
    <form method="post" action="/famille/coordonnees/telephone/code">
      <FormToken />
      <TextField
        name="code"
        label={words.label}
        hint={words.hint}
        inputmode="numeric"
        autocomplete="one-time-code"
        maxLength={12}
        width="short"
        correction={correction}
      />
      <Button wide>{words.submit}</Button>
    </form>,
    <p>
      <a href="/famille/coordonnees/telephone">{words.another}</a>
    </p>,
  ]);
}

function shown(title: string, corrections: readonly Correction[], parts: readonly VNode[]): Answer {
  const toCorrect = corrections.length > 0;
  return page(
    {
      title,
      section: "family",
      toCorrect,
      before: <BackLink href="/famille/coordonnees" label={texts.back} />,
      flash: <ErrorSummary items={corrections} />,
      main: (
        <>
          <h1>{title}</h1>
          {parts}
        </>
      ),
    },
    toCorrect ? 422 : 200,
  );
}
