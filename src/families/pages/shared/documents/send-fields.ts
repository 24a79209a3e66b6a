import { receiveRefusalSentence } from "#documents";
import { parisDate, parseId, type Id } from "#kernel";
import { formId, formReader, type Correction, type Values } from "#platform";

import type { SendRefusal, SentDocument } from "../../../documents/send-document.ts";
import { texts } from "../../family/documents/texts.fr.ts";
import type { TypedDocument } from "./send-form.tsx";

/** The form as it was sent, to be shown again. */
export function typedDocument(values: Values): TypedDocument {
  const read = formReader(values);
  return {
    cle: read.text("cle", 36),
    pour: read.text("pour", 73),
    type: read.text("type", 36),
    fin: read.text("fin", 10),
  };
}

/** Until when a document holds, and the key of its form; the fields of a new version. */
export function readVersionFields(values: Values, now: Temporal.Instant) {
  const read = formReader(values);
  const formKey = formId<"form">().safeParse(read.text("cle", 36));
  const written = read.text("fin", 10) === "" ? null : read.date("fin");
  const validUntil = written === null || written === "" ? null : Temporal.PlainDate.from(written);
  if (validUntil !== null && Temporal.PlainDate.compare(validUntil, parisDate(now)) < 0)
    read.correct("fin", texts.corrections.past);
  return { formKey: formKey.data, validUntil, corrections: read.corrections };
}

/** The fields of a new document: read, or what to write instead. */
export function readDocumentFields(
  values: Values,
  now: Temporal.Instant,
): { sent: SentDocument | undefined; corrections: readonly Correction[] } {
  const { formKey, validUntil, corrections } = readVersionFields(values, now);
  const typed = typedDocument(values);
  const [household, subject, ...more] = typed.pour.split(" ");
  const householdId = parseId<"household">(household);
  const subjectId = subject === undefined ? null : parseId<"person">(subject);
  const kindId: Id<"document-kind"> | undefined = parseId<"document-kind">(typed.type);
  if (kindId === undefined) corrections.push({ field: "type", message: texts.corrections.kind });
  if (householdId === undefined || subjectId === undefined || more.length > 0)
    corrections.push({ field: "pour", message: texts.corrections.whom });
  const complete =
    formKey !== undefined && householdId !== undefined && subjectId !== undefined && kindId !== undefined;
  return {
    sent: complete ? { formKey, householdId, subjectId, kindId, validUntil } : undefined,
    corrections,
  };
}

/** What to write or to choose instead, where nothing was kept. */
export function correctionOf(refusal: SendRefusal): Correction {
  switch (refusal.code) {
    case "no-file":
      return { field: "fichier", message: texts.corrections.noFile };
    case "too-many":
      return { field: "fichier", message: texts.corrections.tooMany(refusal.most) };
    case "unknown":
      return { field: "pour", message: texts.corrections.whom };
    case "not-about":
      return { field: "pour", message: texts.corrections.notAbout[refusal.about] };
    case "file":
      return { field: "fichier", message: receiveRefusalSentence(refusal.refusal) };
  }
}
