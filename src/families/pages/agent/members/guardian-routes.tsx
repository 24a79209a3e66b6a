import { randomUUID } from "node:crypto";

import type { SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import { formId, notFound, redirect, route, type Answer } from "#platform";
import { z } from "zod";

import { addGuardian } from "../../../members/add-guardian.ts";
import { familiesWriter } from "../../../policy.ts";
import { filePeople } from "../file-people.ts";
import { texts as agent } from "../texts.fr.ts";
import { GuardianFields } from "./member-fields.tsx";
import { answerOf, guardianForm, typedFrom } from "./member-form.ts";
import { askWho, memberPage, type Shown } from "./member-page.tsx";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/familles/:household/responsables/ajouter";
const ofHousehold = z.object({ household: formId<"household">() });

/** GET …/responsables/ajouter: the form of a guardian. */
const formRoute = route({
  method: "GET",
  path: PATH,
  access: familiesWriter,
  input: z.object({ params: ofHousehold }),
  answer: (visit, { params }) =>
    guardianPage(visit, params.household, {
      typed: typedFrom({}, randomUUID()),
      corrections: [],
      alike: [],
    }),
});

/** POST …/responsables/ajouter: adds the guardian, once it is known who it is. */
const addRoute = route({
  method: "POST",
  path: PATH,
  access: familiesWriter,
  input: z.object({ params: ofHousehold, body: guardianForm }),
  toCorrect: async (visit, corrections, { params, body }) => {
    const parsed = ofHousehold.safeParse(params);
    if (!parsed.success) return notFound;
    return guardianPage(visit, parsed.data.household, {
      typed: typedFrom(body, randomUUID()),
      corrections,
      alike: [],
    });
  },
  async answer(visit, { params: { household }, body }) {
    const { civilite, prenom, nom, email, telephone } = body;
    const added = await addGuardian(
      visit,
      household,
      { civility: civilite, firstName: prenom, lastName: nom, email, phone: telephone },
      { formKey: body.cle, answer: answerOf(body) },
    );
    if (added.ok) return redirect(`/agent/familles/${household}?fait=responsable#adults`);
    if (added.refusal.code === "unknown-household") return notFound;
    return guardianPage(visit, household, askWho(typedFrom(body, body.cle), added.refusal.alike));
  },
});

async function guardianPage(
  { database }: SignedInVisit,
  household: Id<"household">,
  shown: Shown,
): Promise<Answer> {
  const people = await database.read((reads) => filePeople(reads, household));
  if (people === undefined) return notFound;
  return memberPage({
    shown,
    words: texts.guardian,
    action: `/agent/familles/${household}/responsables/ajouter`,
    back: { href: `/agent/familles/${household}#adults`, label: agent.back(people.label) },
    fields: <GuardianFields {...shown} />,
  });
}

/** Agents add a guardian to a household. */
export const guardianRoutes = [formRoute, addRoute];
