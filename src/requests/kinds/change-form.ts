import type { SignedInVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { hashedId, writeJournal } from "#platform";

import { formFormat } from "../forms/form-format.ts";
import { editForm, type FormEdit } from "../rules/edit-form.ts";
import type { RequestForm } from "../rules/form.ts";
import { requestKind } from "./kind-queries.ts";

/** Why a form was not changed. */
export type FormRefusal =
  | { readonly code: "unknown" }
  /** Another agent changed it since the page was shown. */
  | { readonly code: "changed-since" }
  /** It would have more pages or questions, or longer words, than a form holds. */
  | { readonly code: "too-much" };

/** What a page showed of a form: an edit made from an older one is refused. */
export const seenForm = (form: RequestForm): Id<"seen"> => hashedId<"seen">(JSON.stringify(form));

/** Changes the form that agents prepare; families see nothing of it until it is published. */
export function changeForm(
  { actor, database, now, address }: Pick<SignedInVisit, "actor" | "database" | "now" | "address">,
  kindId: Id<"request-kind">,
  { seen, edit }: { seen: string; edit: FormEdit },
): Promise<Result<null, FormRefusal>> {
  return database.write(async (writes) => {
    await writes.row("requests_lock_form", `select from request_kind where id = $1 for update`, [kindId]);
    const kind = await requestKind(writes, kindId);
    if (kind === undefined) return refuse({ code: "unknown" });
    if (seenForm(kind.editedForm) !== seen) return refuse({ code: "changed-since" });
    const edited = formFormat.safeParse(editForm(kind.editedForm, edit));
    if (!edited.success) return refuse({ code: "too-much" });
    await writes.run("requests_change_form", `update request_kind set edited_form = $2 where id = $1`, [
      kindId,
      JSON.stringify(edited.data),
    ]);
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "requests.form-changed",
      objectKind: "request-kind",
      objectId: kindId,
      facts: { act: edit.act },
      address,
    });
    return ok(null);
  });
}
