import {
  BackLink,
  Button,
  ErrorSummary,
  FormToken,
  Notice,
  page,
  Radios,
  type Answer,
  type Correction,
} from "#platform";
import type { ComponentChildren } from "preact";

import type { Alike } from "../../../members/alike.ts";
import type { TypedMember } from "./member-form.ts";
import { texts } from "./texts.fr.ts";

/** What a form shows again: what was typed, what to correct, and whom it may be about. */
export interface Shown {
  typed: TypedMember;
  corrections: readonly Correction[];
  alike: readonly Alike<string>[];
}

/** Who may be the same, and nothing else to correct; an answer that was awaited is asked for in words. */
export function askWho(typed: TypedMember, alike: readonly Alike<string>[]): Shown {
  const seen = typed.vus.split(" ");
  const awaited = typed.meme === "" && alike.every(({ id }) => seen.includes(id));
  return {
    typed: { ...typed, meme: "", vus: alike.map(({ id }) => id).join(" ") },
    corrections: awaited ? [{ field: "meme", message: texts.same.answer }] : [],
    alike,
  };
}

/** What is written instead, for a field. */
export const correctionOf =
  ({ corrections }: Pick<Shown, "corrections">) =>
  (name: string) =>
    corrections.find(({ field }) => field === name)?.message;

/** A page that brings somebody into a file: first whom it may be, then the fields. */
export function memberPage(props: {
  shown: Shown;
  words: { title: string; lead: string; save: string };
  action: string;
  back: { href: string; label: string };
  fields: ComponentChildren;
}): Answer {
  const { shown, words, action, back } = props;
  const toCorrect = shown.corrections.length > 0;
  return page(
    {
      title: shown.alike.length > 0 ? texts.same.title : words.title,
      section: "families",
      dense: true,
      toCorrect,
      before: <BackLink href={back.href} label={back.label} />,
      flash: <ErrorSummary items={shown.corrections} />,
      main: (
        <>
          <h1>{words.title}</h1>
          {shown.alike.length === 0 && <p class="lead">{words.lead}</p>}
          <form method="post" action={action}>
            <FormToken />
            <input type="hidden" name="cle" value={shown.typed.cle} />
            {shown.alike.length > 0 && <WhoIsIt {...shown} />}
            {props.fields}
            <Button>{words.save}</Button>
          </form>
        </>
      ),
    },
    toCorrect ? 422 : 200,
  );
}

function WhoIsIt(shown: Shown) {
  return (
    <>
      <Notice tone="warning" announce>
        <p>{texts.same.lead}</p>
      </Notice>
      <Radios
        name="meme"
        legend={texts.same.title}
        value={shown.typed.meme}
        options={[
          ...shown.alike.map((one) => ({
            value: one.id,
            label: texts.same.yes(describe(one)),
            hint: texts.same.both,
          })),
          { value: "autre", label: texts.same.no },
        ]}
        correction={correctionOf(shown)("meme")}
      />
      <input type="hidden" name="vus" value={shown.typed.vus} />
    </>
  );
}

/** « Zoé Bernard, naissance le 12/05/2017, foyer LEFEBVRE (Rue) ». */
function describe({ firstName, lastName, usageName, birthDate, phone, homes }: Alike<string>): string {
  return [
    `${firstName} ${usageName || lastName}`,
    birthDate === null ? "" : texts.same.born(birthDate),
    phone,
    texts.same.of(homes),
  ]
    .filter(Boolean)
    .join(", ");
}
