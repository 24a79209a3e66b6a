import type { GuardianVisit, SignedInVisit } from "#identity";
import type { Id, Result } from "#kernel";
import {
  acceptRequest,
  agentAct,
  changeKind,
  decidedRequest,
  openKind,
  publishKind,
  saveAnswers,
  startRequest,
  submitRequest,
  type Acceptance,
  type ModelName,
} from "#requests";
import type { TestDatabase } from "#test";

import { LEGAL_WORDS } from "../bad-input/request-town.ts";
import { agentWith, guardianOf } from "./actors.ts";
import { newId } from "./canteen.ts";
import type { Household } from "./household.ts";
import { visitTo } from "./visit.tsx";

/** A household and the agents of a town who ask and decide by one kind of request. */
export interface Asking {
  readonly kindId: Id<"request-kind">;
  readonly family: (day?: string) => GuardianVisit;
  readonly agent: (day?: string) => SignedInVisit;
  /** Begins a request and answers it; a document's answer is the id of a version. */
  readonly begin: (answers: Answers, visit?: GuardianVisit) => Promise<Id<"request">>;
  /** The same, sent. */
  readonly send: (answers: Answers, visit?: GuardianVisit) => Promise<Id<"request">>;
  /** Accepts it as the page shows it to this agent. */
  readonly accept: (
    requestId: Id<"request">,
    more?: Partial<Acceptance> & { visit?: SignedInVisit },
  ) => ReturnType<typeof acceptRequest>;
  readonly refuse: (requestId: Id<"request">, said: string) => ReturnType<typeof agentAct>;
}

type Answers = Readonly<Record<string, string>>;
const at = (day: string) => Temporal.Instant.from(`${day}T09:00:00Z`);

/** Publishes a kind and says who asks (on 1 December 2026) and who decides (on the 10th) with these rights. */
export async function askingOf(
  town: TestDatabase,
  home: Household,
  { model, rights }: { model: ModelName; rights: readonly string[] },
): Promise<Asking> {
  const asker = guardianOf(home);
  const agent = (day = "2026-12-10") => ({
    ...visitTo(town),
    now: at(day),
    actor: agentWith(["requests.write", ...rights]),
  });
  const family = (day = "2026-12-01"): GuardianVisit => ({ ...visitTo(town), now: at(day), actor: asker });
  const kindId = newId<"request-kind">();
  await openKind(agent(), kindId, model);
  await changeKind(agent(), kindId, (kind) => ({ ...kind, ...LEGAL_WORDS }));
  done(await publishKind(agent(), kindId));

  const begin = async (answers: Answers, visit = family()) => {
    const begun = { formKey: newId<"form">(), kindId, householdId: home.id };
    const requestId = done(await startRequest(visit, begun));
    done(await saveAnswers(visit, requestId, answers));
    return requestId;
  };
  return {
    kindId,
    family,
    agent,
    begin,
    async send(answers, visit = family()) {
      const requestId = await begin(answers, visit);
      done(await submitRequest(visit, requestId));
      return requestId;
    },
    async accept(requestId, { visit = agent(), ...more } = {}) {
      const shown = await town.database.read((reads) => decidedRequest(reads, visit, requestId));
      const seen = shown?.seen ?? "";
      const formKey = newId<"form">();
      return acceptRequest(visit, requestId, { formKey, seen, overConflicts: false, said: "", ...more });
    },
    refuse: (requestId, said) =>
      agentAct(agent(), requestId, { act: "refuse", formKey: newId<"form">(), said, appeal: "Le tribunal." }),
  };
}

/** What was answered, where it was no refusal. */
function done<Value>(result: Result<Value, { readonly code: string }>): Value {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** A document that a household keeps, of a kind by its label; the id of its version. No file is behind it. */
export async function keptDocument(
  town: TestDatabase,
  home: Household,
  label: string,
  subjectId: Id<"participant"> | null = null,
): Promise<Id<"document-version">> {
  const [documentId, versionId] = [newId<"document">(), newId<"document-version">()];
  await town.database.write(async (writes) => {
    await writes.run(
      "test_document",
      `insert into document (id, owner_id, subject_id, kind_id, created_at)
       select $1, $2, $3, id, '2026-11-30' from document_kind where label = $4`,
      [documentId, home.id, subjectId, label],
    );
    await writes.run(
      "test_document_version",
      `insert into document_version (id, document_id, number, form_key, name, type, bytes, sha256, scan, sent_at,
                                     sent_by_id, sent_by_label, key_id, wrapped_key)
       values ($1, $2, 1, gen_random_uuid(), 'preuve.pdf', 'pdf', 1, decode(repeat('00', 32), 'hex'), 'clean',
               '2026-11-30', gen_random_uuid(), 'Claire Lefebvre', gen_random_uuid(), decode('00', 'hex'))`,
      [versionId, documentId],
    );
  });
  return versionId;
}
