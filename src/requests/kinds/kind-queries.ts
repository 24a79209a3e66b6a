import type { Id } from "#kernel";
import type { Reads } from "#platform";
import { z } from "zod";

import { formFormat } from "../forms/form-format.ts";
import type { RequestForm } from "../rules/form.ts";
import type { LegalSettings } from "../rules/unpublishable.ts";

/** A kind of request, with what it says and how far its form has come. */
export interface RequestKind extends LegalSettings {
  readonly kindId: Id<"request-kind">;
  readonly effect: string;
  readonly label: string;
  readonly lead: string;
  readonly draftDays: number;
  /** The other adults of the household read what was sent. */
  readonly shared: boolean;
  /** What was answered is forgotten at the end of the school year in which it was decided. */
  readonly forgotten: boolean;
  /** Null while families do not see it. */
  readonly formId: Id<"request-form"> | null;
  /** The number of the published form; null while there is none. */
  readonly formNumber: number | null;
  /** What agents are changing; equal to what is published where they are not. */
  readonly editedForm: RequestForm;
}

interface KindRow extends Omit<RequestKind, "editedForm"> {
  readonly editedForm: unknown;
}

const COLUMNS = `k.id as "kindId", k.effect, k.label, k.lead, k.department, k.department_address as "departmentAddress",
  k.department_email as "departmentEmail", k.department_phone as "departmentPhone", k.silence,
  k.silence_months as "silenceMonths", k.expected_days as "expectedDays", k.appeal, k.draft_days as "draftDays", k.shared, k.forgotten,
  k.form_id as "formId", f.number as "formNumber", k.edited_form as "editedForm"`;

/** Every kind that the authority has opened, in their order. */
export async function requestKinds(reads: Reads): Promise<readonly RequestKind[]> {
  const rows = await reads.rows<KindRow>(
    "requests_kinds",
    `select ${COLUMNS} from request_kind k left join request_form f on f.id = k.form_id order by k.position, k.label, k.id`,
  );
  return rows.map(kindOf);
}

/** One kind; undefined where there is none. */
export async function requestKind(
  reads: Reads,
  kindId: Id<"request-kind">,
): Promise<RequestKind | undefined> {
  const row = await reads.row<KindRow>(
    "requests_kind",
    `select ${COLUMNS} from request_kind k left join request_form f on f.id = k.form_id where k.id = $1`,
    [kindId],
  );
  return row === undefined ? undefined : kindOf(row);
}

const kindOf = (row: KindRow): RequestKind => ({ ...row, editedForm: formFormat.parse(row.editedForm) });

/** A form as it was published. */
export async function publishedForm(reads: Reads, formId: Id<"request-form">): Promise<RequestForm> {
  const row = await reads.row<{ form: unknown }>(
    "requests_form",
    `select form from request_form where id = $1`,
    [formId],
  );
  return z.object({ form: formFormat }).parse(row).form;
}
