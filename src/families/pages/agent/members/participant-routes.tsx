import { randomUUID } from "node:crypto";

import type { SignedInVisit } from "#identity";
import { parisDate, type Id } from "#kernel";
import { DateField, formId, notFound, Radios, redirect, route, Select, type Answer } from "#platform";
import { z } from "zod";

import { addParticipant } from "../../../members/add-participant.ts";
import { schoolClasses, type SchoolClass } from "../../../members/schooling.ts";
import { schoolYearOfExtraction } from "../../../onde/rules/school-year.ts";
import { familiesWriter } from "../../../policy.ts";
import { filePeople } from "../file-people.ts";
import { texts as agent } from "../texts.fr.ts";
import { NameFields } from "./member-fields.tsx";
import { answerOf, classValue, participantForm, typedFrom, type TypedMember } from "./member-form.ts";
import { askWho, correctionOf, memberPage, type Shown } from "./member-page.tsx";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/familles/:household/enfants/ajouter";
const ofHousehold = z.object({ household: formId<"household">() });
const words = texts.participant;

/** GET …/enfants/ajouter: the form of a child, or of an adult who attends. */
const formRoute = route({
  method: "GET",
  path: PATH,
  access: familiesWriter,
  input: z.object({ params: ofHousehold }),
  answer: (visit, { params }) =>
    participantPage(visit, params.household, {
      typed: { ...typedFrom({}, randomUUID()), genre: "enfant" },
      corrections: [],
      alike: [],
    }),
});

/** POST …/enfants/ajouter: adds the person, once it is known who it is. */
const addRoute = route({
  method: "POST",
  path: PATH,
  access: familiesWriter,
  input: z.object({ params: ofHousehold, body: participantForm }),
  toCorrect: async (visit, corrections, { params, body }) => {
    const parsed = ofHousehold.safeParse(params);
    if (!parsed.success) return notFound;
    return participantPage(visit, parsed.data.household, {
      typed: typedFrom(body, randomUUID()),
      corrections,
      alike: [],
    });
  },
  async answer(visit, { params: { household }, body }) {
    const added = await addParticipant(
      visit,
      household,
      { firstName: body.prenom, lastName: body.nom, ...body.born },
      { formKey: body.cle, answer: answerOf(body), schoolClass: body.classe },
    );
    if (added.ok) return redirect(`/agent/familles/${household}?fait=enfant#children`);
    const typed = shownAgain(body);
    const { refusal } = added;
    if (refusal.code === "unknown-household") return notFound;
    if (refusal.code === "alike") return participantPage(visit, household, askWho(typed, refusal.alike));
    const correction =
      refusal.code === "not-born"
        ? { field: "naissance", message: words.notBorn }
        : { field: "classe", message: words.unknownClass };
    return participantPage(visit, household, { typed, corrections: [correction], alike: [] });
  },
});

function shownAgain({ born, classe, ...names }: z.output<typeof participantForm>): TypedMember {
  return {
    ...typedFrom(names, names.cle),
    genre: born.kind === "child" ? "enfant" : "adulte",
    naissance: born.birthDate?.toString() ?? "",
    classe: classe === null ? "" : classValue(classe),
  };
}

async function participantPage(
  { database, now }: SignedInVisit,
  household: Id<"household">,
  shown: Shown,
): Promise<Answer> {
  const today = parisDate(now);
  const { people, classes } = await database.read(async (reads) => ({
    people: await filePeople(reads, household),
    classes: await schoolClasses(reads, schoolYearOfExtraction(today)),
  }));
  if (people === undefined) return notFound;
  return memberPage({
    shown,
    words,
    action: `/agent/familles/${household}/enfants/ajouter`,
    back: { href: `/agent/familles/${household}#children`, label: agent.back(people.label) },
    fields: <Fields shown={shown} classes={classes} today={today} />,
  });
}

function Fields(props: { shown: Shown; classes: readonly SchoolClass[]; today: Temporal.PlainDate }) {
  const { shown, classes, today } = props;
  const correction = correctionOf(shown);
  return (
    <>
      <Radios
        name="genre"
        legend={words.kind}
        value={shown.typed.genre}
        options={(["enfant", "adulte"] as const).map((value) => ({ value, label: words.kinds[value] }))}
        correction={correction("genre")}
      />
      <NameFields {...shown} />
      <DateField
        name="naissance"
        label={words.birthDate}
        hint={words.birthHint}
        value={shown.typed.naissance}
        max={today.toString()}
        correction={correction("naissance")}
        optional
      />
      <Select
        name="classe"
        label={words.class}
        hint={words.classHint}
        value={shown.typed.classe}
        options={[
          { value: "", label: words.noClass },
          ...classes.map((one) => ({
            value: classValue(one),
            label: `${one.schoolName} – ${one.className}`,
          })),
        ]}
        correction={correction("classe")}
        optional
      />
    </>
  );
}

/** Agents add a child, or an adult who attends, to a household. */
export const participantRoutes = [formRoute, addRoute];
