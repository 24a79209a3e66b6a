import { randomUUID } from "node:crypto";

import { redirect, route, TextField } from "#platform";
import { z } from "zod";

import { createHousehold } from "../../../members/create-household.ts";
import { familiesWriter } from "../../../policy.ts";
import { LONGEST_NAME } from "../../shared/person-form.ts";
import { GuardianFields } from "./member-fields.tsx";
import { answerOf, householdForm, LONGEST_LINE, typedFrom } from "./member-form.ts";
import { askWho, correctionOf, memberPage, type Shown } from "./member-page.tsx";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/familles/nouveau";
const words = texts.household;

/** GET /agent/familles/nouveau: the form of a household and its first guardian. */
const formRoute = route({
  method: "GET",
  path: PATH,
  access: familiesWriter,
  input: z.object({}),
  answer: async () => householdPage({ typed: typedFrom({}, randomUUID()), corrections: [], alike: [] }),
});

/** POST /agent/familles/nouveau: creates it, once it is known who the guardian is. */
const createRoute = route({
  method: "POST",
  path: PATH,
  access: familiesWriter,
  input: z.object({ body: householdForm }),
  toCorrect: async (_, corrections, { body }) =>
    householdPage({ typed: typedFrom(body, randomUUID()), corrections, alike: [] }),
  async answer(visit, { body }) {
    const { civilite, prenom, nom, email, telephone, foyer, adresse, commune } = body;
    const created = await createHousehold(
      visit,
      { label: foyer, street: adresse, postcode: body["code-postal"], commune },
      { civility: civilite, firstName: prenom, lastName: nom, email, phone: telephone },
      { formKey: body.cle, answer: answerOf(body) },
    );
    if (created.ok) return redirect(`/agent/familles/${created.value}?fait=foyer`);
    return householdPage(askWho(typedFrom(body, body.cle), created.refusal.alike));
  },
});

const householdPage = (shown: Shown) =>
  memberPage({
    shown,
    words,
    action: PATH,
    back: { href: "/agent/familles", label: words.back },
    fields: <Fields {...shown} />,
  });

function Fields(shown: Shown) {
  const correction = correctionOf(shown);
  return (
    <>
      <h2>{words.guardian}</h2>
      <GuardianFields {...shown} />
      <h2>{words.home}</h2>
      <TextField
        name="foyer"
        label={words.label}
        hint={words.labelHint}
        value={shown.typed.foyer}
        maxLength={LONGEST_NAME}
        correction={correction("foyer")}
        optional
      />
      <TextField
        name="adresse"
        label={words.street}
        value={shown.typed.adresse}
        maxLength={LONGEST_LINE}
        correction={correction("adresse")}
        optional
      />
      <TextField
        name="code-postal"
        label={words.postcode}
        inputmode="numeric"
        width="short"
        value={shown.typed["code-postal"]}
        maxLength={10}
        correction={correction("code-postal")}
        optional
      />
      <TextField
        name="commune"
        label={words.commune}
        hint={words.communeHint}
        value={shown.typed.commune}
        maxLength={LONGEST_NAME}
        correction={correction("commune")}
      />
    </>
  );
}

/** Agents create a household. */
export const householdRoutes = [formRoute, createRoute];
