import { randomUUID } from "node:crypto";

import { everyoneOf, type SignedInVisit } from "#identity";
import { parisDate, type Id } from "#kernel";
import {
  BackLink,
  Button,
  ErrorSummary,
  formId,
  FormToken,
  notFound,
  page,
  Radios,
  redirect,
  route,
  Select,
  type Answer,
  type Correction,
} from "#platform";
import { z } from "zod";

import { declarePerson } from "../../../authorised-persons/declare-person.ts";
import { endPerson } from "../../../authorised-persons/end-person.ts";
import { familiesWriter } from "../../../policy.ts";
import { emptyPerson, personFields, typedPerson, type TypedPerson } from "../../shared/person-form.ts";
import { PersonFields } from "../../shared/person-form-view.tsx";
import { texts as shared } from "../../shared/texts.fr.ts";
import { childOptions, filePeople, type FilePeople } from "../file-people.ts";
import { texts } from "../texts.fr.ts";

const PATH = "/agent/familles/:household/personnes/ajouter";
const ofHousehold = z.object({ household: formId<"household">() });
const personForm = z.object({
  ...personFields,
  enfant: z.string(texts.person.noChild).min(1, texts.person.noChild).pipe(formId<"participant">()),
  genre: z.enum(["autorisee", "interdite"], texts.person.noKind),
});

/** GET …/personnes/ajouter: the form of an authorised or a forbidden person. */
const formRoute = route({
  method: "GET",
  path: PATH,
  access: familiesWriter,
  input: z.object({ params: ofHousehold }),
  answer: (visit, { params }) =>
    personPage(visit, params.household, emptyPerson(randomUUID(), parisDate(visit.now)), []),
});

/** POST …/personnes/ajouter: declares the person for this household. */
const addRoute = route({
  method: "POST",
  path: PATH,
  access: familiesWriter,
  input: z.object({ params: ofHousehold, body: personForm }),
  toCorrect: async (visit, corrections, { params, body }) => {
    const parsed = ofHousehold.safeParse(params);
    if (!parsed.success) return notFound;
    return personPage(visit, parsed.data.household, typedPerson.parse(body), corrections);
  },
  async answer(visit, { params: { household }, body }) {
    const declared = await declarePerson(visit, everyoneOf([household]), {
      formKey: body.cle,
      participantId: body.enfant,
      kind: body.genre === "interdite" ? "forbidden" : "authorised",
      firstName: body.prenom,
      lastName: body.nom,
      relation: body.lien,
      phone: body.telephone,
      firstDay: body.du,
      lastDay: body.au,
    });
    if (declared.ok) return redirect(`/agent/familles/${household}?fait=personne#persons`);
    const typed = { ...body, du: body.du.toString(), au: body.au?.toString() ?? "" };
    const correction =
      declared.refusal.code === "backwards"
        ? { field: "au", message: shared.person.backwards }
        : declared.refusal.code === "forbidden"
          ? { field: "nom", message: texts.person.forbidden }
          : { field: "enfant", message: texts.person.noChild };
    return personPage(visit, household, typed, [correction]);
  },
});

/** POST …/personnes/:person/retirer: ends what this household declared, a prohibition too. */
const endRoute = route({
  method: "POST",
  path: "/agent/familles/:household/personnes/:person/retirer",
  access: familiesWriter,
  input: z.object({
    params: z.object({ household: formId<"household">(), person: formId<"authorised-person">() }),
  }),
  async answer(visit, { params: { household, person } }) {
    const found = await endPerson(visit, everyoneOf([household]), person, ["authorised", "forbidden"]);
    return found ? redirect(`/agent/familles/${household}?fait=personne-retiree#persons`) : notFound;
  },
});

async function personPage(
  { database }: SignedInVisit,
  household: Id<"household">,
  typed: TypedPerson,
  corrections: readonly Correction[],
): Promise<Answer> {
  const people = await database.read((reads) => filePeople(reads, household));
  if (people === undefined) return notFound;
  return page(
    {
      title: texts.person.title,
      section: "families",
      dense: true,
      toCorrect: corrections.length > 0,
      before: <BackLink href={`/agent/familles/${household}#persons`} label={texts.back(people.label)} />,
      flash: <ErrorSummary items={corrections} />,
      main: <PersonForm people={people} typed={typed} corrections={corrections} />,
    },
    corrections.length > 0 ? 422 : 200,
  );
}

function PersonForm(props: { people: FilePeople; typed: TypedPerson; corrections: readonly Correction[] }) {
  const { people, typed, corrections } = props;
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  return (
    <>
      <h1>{texts.person.title}</h1>
      <form method="post" action={`/agent/familles/${people.householdId}/personnes/ajouter`}>
        <FormToken />
        <Select
          name="enfant"
          label={texts.child}
          value={typed.enfant}
          options={childOptions(people)}
          correction={correction("enfant")}
        />
        <Radios
          name="genre"
          legend={texts.person.kind}
          hint={texts.person.kindHint}
          value={typed.genre}
          options={(["autorisee", "interdite"] as const).map((kind) => ({
            value: kind,
            label: texts.person.kinds[kind],
          }))}
          correction={correction("genre")}
        />
        <PersonFields typed={typed} corrections={corrections} />
        <Button>{texts.person.save}</Button>
      </form>
    </>
  );
}

/** Agents declare who may fetch a child, and who may not. */
export const agentPersonRoutes = [formRoute, addRoute, endRoute];
