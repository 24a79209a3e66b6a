import { guardian, type GuardianVisit } from "#identity";
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
import { healthForm, typedFrom, typedHealth, type TypedHealth } from "../../shared/health-form.ts";
import { HealthForm, momentOf } from "../../shared/health-view.tsx";
import { texts as shared } from "../../shared/texts.fr.ts";
import { texts as family } from "../texts.fr.ts";
import { texts } from "./texts.fr.ts";

const PATH = "/famille/enfants/:child/sante";
const ofChild = z.object({ child: formId<"participant">() });

/** GET …/sante: the record of a child, to read and to fill in; opening it is in the journal. */
const showRoute = route({
  method: "GET",
  path: PATH,
  access: guardian,
  input: z.object({ params: ofChild }),
  answer: (visit, { params }) =>
    visit.database.write(async (writes) => {
      const child = await reachedChild(writes, visit.actor.guardian, params.child);
      if (child === undefined) return notFound;
      const record = await openHealthRecord(writes, child.participantId, readerOf(visit, child));
      const since =
        record.updatedAt === null ? shared.health.never : shared.health.updated(momentOf(record.updatedAt));
      return healthPage(child, typedFrom(record), [], since);
    }),
});

/** POST …/sante: keeps what was filled in. */
const saveRoute = route({
  method: "POST",
  path: PATH,
  access: guardian,
  input: z.object({ params: ofChild, body: healthForm }),
  async toCorrect({ actor, database }, corrections, { params, body }) {
    const parsed = ofChild.safeParse(params);
    if (!parsed.success) return notFound;
    const child = await database.read((reads) => reachedChild(reads, actor.guardian, parsed.data.child));
    return child === undefined ? notFound : healthPage(child, typedHealth(body), corrections);
  },
  answer: (visit, { params, body }) =>
    visit.database.write(async (writes) => {
      const child = await reachedChild(writes, visit.actor.guardian, params.child);
      if (child === undefined) return notFound;
      const saved = await changeHealthRecord(writes, child.participantId, body, readerOf(visit, child));
      return saved.ok ? redirect("/famille?fait=fiche") : changedSince(params.child);
    }),
});

function readerOf({ actor, now, address }: GuardianVisit, { householdId }: ReachedChild): HealthReader {
  return { accountId: actor.accountId, name: actor.name, now, address, householdId };
}

function healthPage(
  child: ReachedChild,
  typed: TypedHealth,
  corrections: readonly Correction[],
  since?: string,
): Answer {
  const title = texts.title(child.firstName);
  return page(
    {
      title,
      section: "family",
      toCorrect: corrections.length > 0,
      before: <BackLink href="/famille" label={family.back} />,
      main: (
        <>
          <h1>{title}</h1>
          <p class="lead">{texts.lead}</p>
          <p>{texts.readBy}</p>
          {since !== undefined && <p class="soft">{since}</p>}
          <HealthForm
            action={`/famille/enfants/${child.participantId}/sante`}
            typed={typed}
            corrections={corrections}
          />
        </>
      ),
    },
    corrections.length > 0 ? 422 : 200,
  );
}

function changedSince(child: Id<"participant">): Answer {
  return refusal({
    status: 409,
    title: shared.health.changedTitle,
    sentences: shared.health.changedSentences,
    next: { label: shared.health.reopen, href: `/famille/enfants/${child}/sante` },
  });
}

/** The health record as guardians read it and fill it in. */
export const familyHealthRoutes = [showRoute, saveRoute];
