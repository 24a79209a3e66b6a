import type { SignedInVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { writeJournal, type Writes } from "#platform";

import { effectOf } from "../effects/effects.ts";
import { formFaults, type FormFault } from "../rules/form-faults.ts";
import { unpublishable, type LegalSettings } from "../rules/unpublishable.ts";
import { requestKind, type RequestKind } from "./kind-queries.ts";

type AgentVisit = Pick<SignedInVisit, "actor" | "database" | "now" | "address">;

/** What an agent says of a kind. */
export type KindSettings = LegalSettings &
  Pick<RequestKind, "label" | "lead" | "draftDays" | "shared" | "forgotten">;

/** Why a kind was not changed or not published. */
export type KindRefusal =
  | { readonly code: "unknown" }
  | { readonly code: "lacks-settings"; readonly settings: readonly (keyof LegalSettings)[] }
  /** What is asked is one adult's alone. */
  | { readonly code: "confidential" }
  | { readonly code: "form-faults"; readonly faults: readonly FormFault[] };

/**
 * Writes what a kind says. What was acknowledged before keeps its words and its dates. Refuses to leave a published kind
 * without what the law wants.
 */
export function changeKind(
  visit: AgentVisit,
  kindId: Id<"request-kind">,
  change: (kind: RequestKind) => KindSettings,
): Promise<Result<null, KindRefusal>> {
  return visit.database.write(async (writes) => {
    const kind = await lockKind(writes, kindId);
    if (kind === undefined) return refuse({ code: "unknown" });
    const settings = change(kind);
    const lacking = unpublishable(settings);
    if (settings.shared && effectOf(kind.effect).confidential === true)
      return refuse({ code: "confidential" });
    if (kind.formId !== null && lacking.length > 0)
      return refuse({ code: "lacks-settings", settings: lacking });
    await writes.run(
      "requests_change_kind",
      `update request_kind
       set label = $2, lead = $3, department = $4, department_address = $5, department_email = $6,
           department_phone = $7, silence = $8, silence_months = $9, expected_days = $10, appeal = $11,
           draft_days = $12, shared = $13, forgotten = $14
       where id = $1`,
      [
        kindId,
        settings.label,
        settings.lead,
        settings.department,
        settings.departmentAddress,
        settings.departmentEmail,
        settings.departmentPhone,
        settings.silence,
        settings.silenceMonths,
        settings.expectedDays,
        settings.appeal,
        settings.draftDays,
        settings.shared,
        settings.forgotten,
      ],
    );
    await note(writes, visit, kindId, "requests.kind-changed");
    return ok(null);
  });
}

/**
 * Publishes the form that agents have changed, as the next version: whoever fills in an older one goes on with it, and
 * loses nothing. Published as it is already, it stays the same version. Refuses a kind without what the law wants, and a
 * form that cannot be filled in.
 */
export function publishKind(
  visit: AgentVisit,
  kindId: Id<"request-kind">,
): Promise<Result<null, KindRefusal>> {
  return visit.database.write(async (writes) => {
    const kind = await lockKind(writes, kindId);
    if (kind === undefined) return refuse({ code: "unknown" });
    const lacking = unpublishable(kind);
    if (lacking.length > 0) return refuse({ code: "lacks-settings", settings: lacking });
    const faults = formFaults(kind.editedForm, effectOf(kind.effect));
    if (faults.length > 0) return refuse({ code: "form-faults", faults });
    await writes.run(
      "requests_publish_form",
      `with last as (
         select id, number, form from request_form where kind_id = $1 order by number desc limit 1
       ), next as (
         insert into request_form (id, kind_id, number, form, by_label, at)
         select gen_random_uuid(), $1, coalesce((select number from last), 0) + 1, k.edited_form, $2, $3
         from request_kind k
         where k.id = $1 and not exists (select from last where last.form = k.edited_form)
         returning id
       )
       update request_kind set form_id = coalesce((select id from next), (select id from last)) where id = $1`,
      [kindId, visit.actor.name, visit.now.toString()],
    );
    await note(writes, visit, kindId, "requests.kind-published");
    return ok(null);
  });
}

/** Families no longer begin requests of this kind; what they sent goes on. */
export function withdrawKind(visit: AgentVisit, kindId: Id<"request-kind">): Promise<void> {
  return visit.database.write(async (writes) => {
    const closed = await writes.run(
      "requests_close_kind",
      `update request_kind set form_id = null where id = $1 and form_id is not null`,
      [kindId],
    );
    if (closed > 0) await note(writes, visit, kindId, "requests.kind-withdrawn");
  });
}

async function lockKind(writes: Writes, kindId: Id<"request-kind">): Promise<RequestKind | undefined> {
  await writes.row("requests_lock_kind", `select from request_kind where id = $1 for update`, [kindId]);
  return requestKind(writes, kindId);
}

/** The line of the journal about a kind. */
async function note(
  writes: Writes,
  { actor, now, address }: AgentVisit,
  kindId: Id<"request-kind">,
  act: string,
): Promise<void> {
  await writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act,
    objectKind: "request-kind",
    objectId: kindId,
    address,
  });
}
