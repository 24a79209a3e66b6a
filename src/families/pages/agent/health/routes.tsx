import { everyoneOf, type SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import {
  BackLink,
  formId,
  notFound,
  page,
  redirect,
  refusal,
  route,
  type Answer,
  type Correction,
} from "#platform";
import { z } from "zod";

import { changeHealthRecord } from "../../../health/change-health-record.ts";
import { openHealthRecord, type HealthReader } from "../../../health/health-record.ts";
import { reachedChild, type ReachedChild } from "../../../members/children.ts";
import { healthWriter } from "../../../policy.ts";
import { healthForm, typedFrom, typedHealth, type TypedHealth } from "../../shared/health-form.ts";
import { HealthForm } from "../../shared/health-view.tsx";
import { texts as shared } from "../../shared/texts.fr.ts";
import { texts } from "../texts.fr.ts";

const PATH = "/agent/familles/:household/enfants/:child/sante/corriger";
const ofChild = z.object({ household: formId<"household">(), child: formId<"participant">() });
type OfChild = z.output<typeof ofChild>;

/** GET …/sante/corriger: the record in a form; opening it is in the journal. */
const formRoute = route({
  method: "GET",
  path: PATH,
  access: healthWriter,
  input: z.object({ params: ofChild }),
  answer: (visit, { params }) =>
    visit.database.write(async (writes) => {
      const child = await reachedChild(writes, everyoneOf([params.household]), params.child);
      if (child === undefined) return notFound;
      const record = await openHealthRecord(writes, child.participantId, readerOf(visit, params.household));
      return healthPage(child, typedFrom(record), []);
    }),
});

/** POST …/sante/corriger: keeps what a family brought on paper. */
const saveRoute = route({
  method: "POST",
  path: PATH,
  access: healthWriter,
  input: z.object({ params: ofChild, body: healthForm }),
  async toCorrect({ database }, corrections, { params, body }) {
    const parsed = ofChild.safeParse(params);
    if (!parsed.success) return notFound;
    const reach = everyoneOf([parsed.data.household]);
    const child = await database.read((reads) => reachedChild(reads, reach, parsed.data.child));
    return child === undefined ? notFound : healthPage(child, typedHealth(body), corrections);
  },
  answer: (visit, { params, body }) =>
    visit.database.write(async (writes) => {
      const child = await reachedChild(writes, everyoneOf([params.household]), params.child);
      if (child === undefined) return notFound;
      const by = readerOf(visit, params.household);
      const saved = await changeHealthRecord(writes, child.participantId, body, by);
      return saved.ok ? redirect(recordAddress(params)) : changedSince(params);
    }),
});

const recordAddress = ({ household, child }: OfChild) =>
  `/agent/familles/${household}/enfants/${child}/sante`;

function readerOf({ actor, now, address }: SignedInVisit, householdId: Id<"household">): HealthReader {
  return { accountId: actor.accountId, name: actor.name, now, address, householdId };
}

function healthPage(child: ReachedChild, typed: TypedHealth, corrections: readonly Correction[]): Answer {
  const back = recordAddress({ household: child.householdId, child: child.participantId });
  const title = texts.health.title(child.firstName);
  return page(
    {
      title,
      section: "families",
      dense: true,
      toCorrect: corrections.length > 0,
      before: <BackLink href={back} label={texts.health.back} />,
      main: (
        <>
          <h1>{title}</h1>
          <HealthForm action={`${back}/corriger`} typed={typed} corrections={corrections} />
        </>
      ),
    },
    corrections.length > 0 ? 422 : 200,
  );
}

function changedSince(params: OfChild): Answer {
  return refusal({
    status: 409,
    title: shared.health.changedTitle,
    sentences: shared.health.changedSentences,
    next: { label: shared.health.reopen, href: `${recordAddress(params)}/corriger` },
  });
}

/** An agent types what a family brought on paper. */
export const agentHealthRoutes = [formRoute, saveRoute];
