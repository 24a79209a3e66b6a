import { documentKinds } from "#documents";
import type { SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import { writeJournal } from "#platform";

import { MODELS, type ModelName } from "./models.ts";

/** A draft is given up after half a year, unless the authority says otherwise. */
const DRAFT_DAYS = 180;

/**
 * Opens a kind of request from what Préau brings: families see nothing of it until it is published. Sent twice, it is
 * opened once. A kind of document that the authority does not ask for becomes « Autre document ».
 */
export function openKind(
  { actor, database, now, address }: Pick<SignedInVisit, "actor" | "database" | "now" | "address">,
  kindId: Id<"request-kind">,
  name: ModelName,
): Promise<void> {
  const model = MODELS[name];
  return database.write(async (writes) => {
    const kinds = await documentKinds(writes);
    const documentKind = (label: string): string => {
      const found = kinds.find((kind) => kind.label === label) ?? kinds.at(-1);
      if (found === undefined) throw new Error("The authority asks for no document");
      return found.kindId;
    };
    const opened = await writes.run(
      "requests_open_kind",
      `insert into request_kind (id, effect, label, lead, department, department_address, department_email,
                                 department_phone, appeal, draft_days, edited_form, position, by_label, at, shared, forgotten)
       select $1, $2, $3, $4, '', '', '', '', '', $5, $6, $7, $8, $9, $10, $11
       on conflict (id) do nothing`,
      [
        kindId,
        model.effect,
        model.label,
        model.lead,
        DRAFT_DAYS,
        JSON.stringify(model.form(documentKind)),
        Object.keys(MODELS).indexOf(name),
        actor.name,
        now.toString(),
        model.shared,
        model.forgotten,
      ],
    );
    if (opened === 0) return;
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "requests.kind-opened",
      objectKind: "request-kind",
      objectId: kindId,
      facts: { model: name },
      address,
    });
  });
}
