import type { FieldMessage, RefusalPage } from "#platform";

import type { SubmitRefusal } from "../../../submit/submit-bookings.ts";
import { texts } from "./texts.fr.ts";

/** The page of a whole form that was turned away. */
export function refusedForm(refused: SubmitRefusal): RefusalPage {
  const next = { label: texts.backToPlanning, href: "/planning" };
  switch (refused.code) {
    case "no-lines":
      return { status: 400, title: texts.noLines, sentences: [texts.nothingSaved], next };
    case "too-many-lines":
      return { status: 413, title: texts.tooMany(refused.most), sentences: [texts.nothingSaved], next };
    case "key-taken":
      return { status: 409, title: texts.keyTaken.title, sentences: texts.keyTaken.sentences, next };
    case "not-a-guardian":
    case "not-an-agent":
    case "may-not-waive":
    case "other-site":
    case "unknown-household":
      return { status: 403, title: texts.notAllowed, sentences: [texts.nothingSaved], next };
  }
}

/** The page of a form that could not be read, with what each field should hold. */
export function unreadableForm(messages: readonly FieldMessage[]): RefusalPage {
  return {
    status: 400,
    title: texts.unreadable,
    sentences: [texts.nothingSaved, ...new Set(messages.map(({ message }) => message)), texts.reload],
    next: { label: texts.backToPlanning, href: "/planning" },
  };
}
