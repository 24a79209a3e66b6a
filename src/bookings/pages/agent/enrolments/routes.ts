import { agentWith, type SignedInVisit, type Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import { formId, notFound, page, redirect, route, type Answer, type Correction, type Route } from "#platform";
import { z } from "zod";

import { enrolForFamily } from "../../../enrolments/enrol-for-family.ts";
import { enrolmentChoices } from "../../../enrolments/enrolment-choices.ts";
import { loadChoice, type LoadedChoice } from "../../../enrolments/load-choice.ts";
import { payersOf } from "../../../enrolments/payers.ts";
import { ENROL, mayEnrolAt } from "../../../enrolments/policy.ts";
import { agentReach } from "../../../reach/agent-reach.ts";
import { enrolmentAddress } from "../../family/enrolments/enrolment-address.ts";
import { enrolmentRoutesFor } from "../../family/enrolments/enrolment-routes.tsx";
import { agentForm, correctionOf, typedForm, typedFrom, whoAndWhere, type TypedForm } from "./agent-form.ts";
import { formPage } from "./form-page.tsx";
import { listPage } from "./list-page.tsx";

const access = agentWith(ENROL);
const ofHousehold = z.object({ household: formId<"household">() });

/** GET …/inscriptions: every person of the household and every season at the agent's sites. */
const listRoute = route({
  method: "GET",
  path: "/agent/familles/:household/inscriptions",
  access,
  input: z.object({ params: ofHousehold }),
  answer: ({ actor, database, now }, { params: { household } }) =>
    database.read(async (reads) => {
      const seen = await agentReach(reads, actor, ENROL, { household, today: parisDate(now) });
      if (seen === undefined) return notFound;
      const { label, reach } = seen;
      // Everybody is read: a brother or sister elsewhere may give a right. Only those who are known here are shown.
      const everybody = await enrolmentChoices(reads, [household], null, now);
      const people = everybody.filter(({ person }) => !reach.withheldIds.includes(person.participantId));
      return page(listPage({ actor, household: { id: household, label }, people, now }));
    }),
});

/** GET …/nouvelle: the form, for a new enrolment or the one that holds. */
const formRoute = route({
  method: "GET",
  path: "/agent/familles/:household/inscriptions/nouvelle",
  access,
  input: z.object({ params: ofHousehold, query: whoAndWhere }),
  answer: (visit, { params, query }) => show(visit, params.household, query, null, []),
});

/** POST …/enregistrer: enrols, then the receipt; a second click finds it so and writes the same. */
const saveRoute = route({
  method: "POST",
  path: "/agent/familles/:household/inscriptions/enregistrer",
  access,
  input: z.object({ params: ofHousehold, body: agentForm }),
  async toCorrect(visit, messages, { params, body }) {
    const where = ofHousehold.safeParse(params);
    const who = whoAndWhere.safeParse(body);
    if (!where.success || !who.success) return notFound;
    return show(visit, where.data.household, who.data, typedForm.parse(body), messages);
  },
  async answer(visit, { params: { household }, body }) {
    const saved = await enrolForFamily(visit, {
      participantId: body.pour,
      householdId: household,
      seasonId: body.saison,
      payerId: body.payeur,
      firstDay: body.du,
      lastDay: body.au,
      regular: body.venue === "regulier",
      given: body.groupes,
      reason: body.motif,
    });
    if (saved.ok)
      return redirect(enrolmentAddress("agent", { enrolmentId: saved.value, householdId: household }));
    if (saved.refusal.code === "unknown") return notFound;
    const typed = { ...typedFrom({ ...asTyped(body) }), motif: body.motif };
    return show(visit, household, body, typed, [correctionOf(saved.refusal)]);
  },
});

function asTyped({ du, au, payeur, venue, groupes }: z.output<typeof agentForm>) {
  return { firstDay: du, lastDay: au, payerId: payeur, regular: venue === "regulier", groups: groupes };
}

async function show(
  { actor, database, now }: SignedInVisit,
  household: Id<"household">,
  { pour, saison }: z.output<typeof whoAndWhere>,
  typed: TypedForm | null,
  corrections: readonly Correction[],
): Promise<Answer> {
  const where = { participantId: pour, householdId: household, seasonId: saison };
  return database.read(async (reads) => {
    const seen = await agentReach(reads, actor, ENROL, { household, today: parisDate(now) });
    if (seen === undefined || seen.reach.withheldIds.includes(pour)) return notFound;
    const meant = { regular: typed?.venue !== "occasionnel", given: typed?.groupes ?? [] };
    const choice = await loadChoice(reads, where, null, now, meant);
    if (choice === undefined || !mayEnrolAt(actor, choice.season.siteId)) return notFound;
    const payers = await payersOf(reads, household, pour);
    const content = formPage({
      household,
      choice,
      payers,
      typed: typed ?? typedFrom(knownOf(choice)),
      corrections,
    });
    return page(content, corrections.length === 0 ? 200 : 422);
  });
}

/** The enrolment that holds, else the days that the conditions allow, else the season's. */
function knownOf({ enrolment, decision, season }: LoadedChoice) {
  if (enrolment !== null) return enrolment;
  const { firstDay, lastDay } = decision.kind === "possible" ? decision : season;
  return { firstDay, lastDay, payerId: null, regular: null, groups: [] };
}

/** An agent enrols for a family, and changes what holds. */
export const agentEnrolmentRoutes: readonly Route<Visit>[] = [
  listRoute,
  formRoute,
  saveRoute,
  ...enrolmentRoutesFor("agent", access, "/agent/familles/:household/inscriptions/:enrolment"),
];
