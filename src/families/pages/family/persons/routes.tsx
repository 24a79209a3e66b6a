import { randomUUID } from "node:crypto";

import { guardian, type GuardianVisit } from "#identity";
import { parisDate, type Id } from "#kernel";
import {
  BackLink,
  Button,
  ErrorSummary,
  formId,
  FormToken,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
} from "#platform";
import { z } from "zod";

import { declarePerson } from "../../../authorised-persons/declare-person.ts";
import { endPerson } from "../../../authorised-persons/end-person.ts";
import { reachedChild } from "../../../members/children.ts";
import { emptyPerson, personFields, typedPerson, type TypedPerson } from "../../shared/person-form.ts";
import { PersonFields } from "../../shared/person-form-view.tsx";
import { texts as shared } from "../../shared/texts.fr.ts";
import { texts as family } from "../texts.fr.ts";
import { texts } from "./texts.fr.ts";

const ofChild = z.object({ child: formId<"participant">() });

/** GET …/personnes/ajouter: the form. */
const formRoute = route({
  method: "GET",
  path: "/famille/enfants/:child/personnes/ajouter",
  access: guardian,
  input: z.object({ params: ofChild }),
  answer: (visit, { params }) =>
    personPage(visit, params.child, emptyPerson(randomUUID(), parisDate(visit.now)), []),
});

/** POST …/personnes/ajouter: declares the person; « Ma famille » then shows him or her. */
const addRoute = route({
  method: "POST",
  path: "/famille/enfants/:child/personnes/ajouter",
  access: guardian,
  input: z.object({ params: ofChild, body: z.object(personFields) }),
  toCorrect: (visit, corrections, { params, body }) => {
    const parsed = ofChild.safeParse(params);
    if (!parsed.success) return Promise.resolve(notFound);
    return personPage(visit, parsed.data.child, typedPerson.parse(body), corrections);
  },
  async answer(visit, { params, body }) {
    const declared = await declarePerson(visit, visit.actor.guardian, {
      formKey: body.cle,
      participantId: params.child,
      kind: "authorised",
      firstName: body.prenom,
      lastName: body.nom,
      relation: body.lien,
      phone: body.telephone,
      firstDay: body.du,
      lastDay: body.au,
    });
    if (declared.ok) return redirect("/famille?fait=ajoutee");
    if (declared.refusal.code === "unknown-child") return notFound;
    const typed = { ...body, enfant: "", genre: "", du: body.du.toString(), au: body.au?.toString() ?? "" };
    const correction =
      declared.refusal.code === "backwards"
        ? { field: "au", message: shared.person.backwards }
        : { field: "nom", message: texts.call };
    return personPage(visit, params.child, typed, [correction]);
  },
});

/** POST /famille/personnes/:person/retirer: the family takes its own authorisation back. */
const endRoute = route({
  method: "POST",
  path: "/famille/personnes/:person/retirer",
  access: guardian,
  input: z.object({ params: z.object({ person: formId<"authorised-person">() }) }),
  async answer(visit, { params }) {
    const found = await endPerson(visit, visit.actor.guardian, params.person, ["authorised"]);
    return found ? redirect("/famille?fait=retiree") : notFound;
  },
});

async function personPage(
  { actor, database }: GuardianVisit,
  childId: Id<"participant">,
  typed: TypedPerson,
  corrections: readonly Correction[],
): Promise<Answer> {
  const child = await database.read((reads) => reachedChild(reads, actor.guardian, childId));
  if (child === undefined) return notFound;
  const title = texts.title(child.firstName);
  return page(
    {
      title,
      section: "family",
      toCorrect: corrections.length > 0,
      before: <BackLink href="/famille" label={family.back} />,
      flash: <ErrorSummary items={corrections} />,
      main: (
        <>
          <h1>{title}</h1>
          <p class="lead">{texts.lead}</p>
          <form method="post" action={`/famille/enfants/${childId}/personnes/ajouter`}>
            <FormToken />
            <PersonFields typed={typed} corrections={corrections} />
            <Button>{texts.save}</Button>
          </form>
        </>
      ),
    },
    corrections.length > 0 ? 422 : 200,
  );
}

/** A family declares who may fetch its children. */
export const familyPersonRoutes = [formRoute, addRoute, endRoute];
