import type { Id } from "#kernel";
import {
  changeKind,
  decidedRequest,
  openKind,
  publishKind,
  saveAnswers,
  startRequest,
  submitRequest,
  writeReply,
} from "#requests";
import type { TestDatabase } from "#test";

import { agentWith, guardianOf } from "../builders/actors.ts";
import { newId } from "../builders/canteen.ts";
import type { Household } from "../builders/household.ts";
import { visitTo } from "../builders/visit.tsx";

/** What the law wants to be said of a kind. */
export const LEGAL_WORDS = {
  department: "Service enfance",
  departmentAddress: "80120 Rue",
  departmentEmail: "enfance@exemple.fr",
  departmentPhone: "0353018010",
  silence: "accepted",
  silenceMonths: 2,
  expectedDays: 15,
  appeal: "Le tribunal administratif, dans les deux mois.",
} as const;

/** Kinds of request, and requests of a household at every stage that a route needs. */
export async function buildRequests(town: TestDatabase, home: Household, now: Temporal.Instant) {
  const agent = { ...visitTo(town), now, actor: agentWith(["requests.write", "families.read"]) };
  const family = { ...visitTo(town), now, actor: guardianOf(home) };

  async function kind(published: boolean): Promise<Id<"request-kind">> {
    const id = newId<"request-kind">();
    await openKind(agent, id, "question");
    if (!published) return id;
    await changeKind(agent, id, (known) => ({ ...known, ...LEGAL_WORDS }));
    await publishKind(agent, id);
    return id;
  }

  const question = await kind(true);

  async function draft(): Promise<Id<"request">> {
    const begun = { formKey: newId<"form">(), kindId: question, householdId: home.id };
    const started = await startRequest(family, begun);
    if (!started.ok) throw new Error(started.refusal.code);
    const requestId = started.value;
    const answers = { sujet: "cantine", question: "Pourquoi ?", joindre: "non" };
    await saveAnswers(family, requestId, answers);
    return requestId;
  }

  async function sent(): Promise<Id<"request">> {
    const requestId = await draft();
    const submitted = await submitRequest(family, requestId);
    if (!submitted.ok) throw new Error(submitted.refusal.code);
    return requestId;
  }

  /** A request that gave a certificate. */
  async function certified(): Promise<Id<"request">> {
    const requestId = await sent();
    await town.database.write((writes) =>
      writes.run(
        "test_certificate",
        `insert into request_certificate (request_id, said, by_label, at)
         values ($1, '{"child": "Lina Lefebvre", "bornOn": "2018-05-04", "lines": []}', 'Martine', $2)`,
        [requestId, now.toString()],
      ),
    );
    return requestId;
  }

  const toAccept = await sent();
  const shown = await town.database.read((reads) => decidedRequest(reads, agent, toAccept));
  const view = newId<"request-view">();
  const reply = newId<"request-reply">();
  await writeReply(agent, { replyId: reply, kindId: null, label: "Merci", body: "Merci, {nom}." });
  await town.database.write((writes) =>
    writes.run(
      "test_request_view",
      `insert into request_view (id, account_id, by_label, name, shared, filter, at)
       values ($1, gen_random_uuid(), 'Martine', 'Rue', true, 'commune=Rue', $2)`,
      [view, now.toString()],
    ),
  );
  return {
    question,
    certified: await certified(),
    notPublished: await kind(false),
    toClose: await kind(true),
    draft: await draft(),
    toSend: await draft(),
    open: await sent(),
    toWithdraw: await sent(),
    toAccept,
    seen: shown?.seen ?? "",
    toRefuse: await sent(),
    toTake: await sent(),
    view,
    reply,
  };
}
