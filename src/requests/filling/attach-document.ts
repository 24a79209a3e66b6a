import { documentKinds, documentsOf, versionsOf, type DocumentVersion, type Vault } from "#documents";
import { isWithinReach, sendDocument, type SendRefusal } from "#families";
import type { GuardianVisit } from "#identity";
import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import type { IncomingFile, IncomingFiles, Reads } from "#platform";

import type { NotNow } from "../move-request.ts";
import { askedFields } from "../rules/form-walk.ts";
import type { FormField } from "../rules/form.ts";
import type { FilledRequest } from "./filled-request.ts";
import { saveAnswers } from "./save-answers.ts";

/** A question that a document answers. */
export type DocumentField = Extract<FormField, { type: "document" }>;

/**
 * What the household has sent already that would answer this question: it still holds, and where it is about a child, it
 * is the child of the form.
 */
export async function attachable(
  reads: Reads,
  { actor: { guardian }, now }: Pick<GuardianVisit, "actor" | "now">,
  filled: FilledRequest,
  { kindId }: DocumentField,
): Promise<readonly DocumentVersion[]> {
  const { householdId } = filled.request;
  if (!guardian.householdIds.includes(householdId)) return [];
  const [child, today] = [childOf(filled), parisDate(now)];
  const kept = await documentsOf(reads, [householdId]);
  return kept.filter(
    (version) =>
      version.kindId === kindId &&
      isWithinReach(guardian, version) &&
      (version.subjectId === null || child === null || version.subjectId === child) &&
      (version.validUntil === null || Temporal.PlainDate.compare(version.validUntil, today) >= 0),
  );
}

/** Answers with a document that is kept already. Refuses what is not among `attachable`. */
export async function attachKept(
  visit: GuardianVisit,
  filled: FilledRequest,
  { field, versionId }: { field: DocumentField; versionId: string },
): Promise<Result<null, NotNow | { readonly code: "unknown" }>> {
  const kept = await visit.database.read((reads) => attachable(reads, visit, filled, field));
  if (!kept.some((version) => version.versionId === versionId)) return refuse({ code: "unknown" });
  return saveAnswers(visit, filled.request.requestId, { [field.name]: versionId });
}

/** Keeps a new document of the household and answers with it; sent twice, it is kept once. */
export async function attachNew(
  visit: GuardianVisit,
  filled: FilledRequest,
  sent: { field: DocumentField; formKey: Id<"form">; vault: Vault; file: IncomingFile },
): Promise<Result<null, NotNow | SendRefusal>> {
  const { field, formKey, vault, file } = sent;
  const kind = (await visit.database.read(documentKinds)).find(({ kindId }) => kindId === field.kindId);
  if (kind === undefined) return refuse({ code: "unknown" });
  const document = await sendDocument(
    visit,
    {
      formKey,
      householdId: filled.request.householdId,
      subjectId: kind.about === "household" ? null : childOf(filled),
      kindId: kind.kindId,
      validUntil: null,
    },
    { vault, reach: visit.actor.guardian, files: alone(file) },
  );
  if (!document.ok) return document;
  const [version] = await visit.database.read((reads) => versionsOf(reads, document.value));
  if (version === undefined) return refuse({ code: "unknown" });
  const saved = await saveAnswers(visit, filled.request.requestId, { [field.name]: version.versionId });
  return saved.ok ? ok(null) : saved;
}

async function* alone(file: IncomingFile): IncomingFiles {
  yield file;
}

/** The child that the form is about; null where it asks for none. */
function childOf({ request, form }: FilledRequest): string | null {
  const field = askedFields(form, request.answers).find(({ type }) => type === "child");
  const answer = field === undefined ? "" : (request.answers[field.name] ?? "");
  return answer === "" ? null : answer;
}
