import { redirect, refusal, type Answer, type FieldMessage } from "#platform";

import type { sayAbsent } from "../../../absences/say-absent.ts";
import { refusedForm } from "../forms/refused-form.ts";
import { texts } from "./texts.fr.ts";

/** After the form: the page that says what was done, or why nothing was. */
export function absenceAnswer(result: Awaited<ReturnType<typeof sayAbsent>>, base: string): Answer {
  if (result.ok) {
    const { said, cancelled } = result.value;
    const receipt = cancelled === null ? "" : `&recu=${cancelled}`;
    return redirect(`${base}?fait=${said > 0 ? "annonce" : "annule"}${receipt}`);
  }
  const next = { label: texts.back, href: base };
  if (result.refusal.code !== "nothing-booked") return refusal({ ...refusedForm(result.refusal), next });
  const { title, sentence } = texts.nothingBooked;
  return refusal({ status: 409, title, sentences: [sentence], next });
}

/** The answer to a form that could not be read. */
export function unreadableAbsence(messages: readonly FieldMessage[], base: string): Answer {
  return refusal({
    status: 400,
    title: texts.unreadable,
    sentences: [...new Set(messages.map(({ message }) => message))],
    next: { label: texts.back, href: base },
  });
}
