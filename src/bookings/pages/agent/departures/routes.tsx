import type { LeavingPerson } from "#families";
import type { SignedInVisit, Visit } from "#identity";
import type { Id } from "#kernel";
import {
  formId,
  formText,
  notFound,
  page,
  redirect,
  refusal,
  route,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import {
  previewDeparture,
  takeOut,
  type Departure,
  type DepartureRefusal,
} from "../../../departures/leave.ts";
import { departureAgent } from "../../../departures/policy.ts";
import { barredPage, departurePage, LONGEST_REASON, type InTheWay } from "./departure-page.tsx";
import { texts } from "./texts.fr.ts";

const body = z.object({
  vu: z.string().default(""),
  raison: formText(LONGEST_REASON).refine((text) => text !== "", texts.noReason),
  reservations: z.enum(["", "cancel", "keep"], texts.noChoice).default(""),
});
const typedForm = z
  .object({ raison: z.string().catch(""), reservations: z.string().catch("") })
  .catch({ raison: "", reservations: "" });
type Typed = z.output<typeof typedForm>;

interface Shown {
  typed: Typed;
  corrections: readonly Correction[];
  warning?: string;
}

/** The page of a departure, and the departure, for one kind of person. */
function routesOf(
  folder: "responsables" | "enfants",
  personOf: (household: Id<"household">, id: string) => LeavingPerson | undefined,
): readonly Route<Visit>[] {
  const path = `/agent/familles/:household/${folder}/:record/retirer`;
  const params = z.object({ household: formId<"household">(), record: formId<"leaver">() });
  const input = z.object({ params });
  return [
    route({
      method: "GET",
      path,
      access: departureAgent,
      input,
      async answer(visit, sent) {
        const person = personOf(sent.params.household, sent.params.record);
        if (person === undefined) return notFound;
        const previewed = await previewDeparture(visit, person);
        const shown = { typed: typedForm.parse({}), corrections: [] };
        return previewed.ok
          ? show(folder, person, previewed.value, shown)
          : refused(visit, folder, person, shown.typed, previewed.refusal, toldBefore);
      },
    }),
    route({
      method: "POST",
      path,
      access: departureAgent,
      input: input.extend({ body }),
      toCorrect: async (visit, corrections, sent) => {
        const parsed = params.safeParse(sent.params);
        if (!parsed.success) return notFound;
        const person = personOf(parsed.data.household, parsed.data.record);
        return preview(visit, folder, person, { typed: typedForm.parse(sent.body), corrections });
      },
      async answer(visit, sent) {
        const person = personOf(sent.params.household, sent.params.record);
        if (person === undefined) return notFound;
        const { raison, reservations, vu } = sent.body;
        const typed = { raison, reservations };
        if (reservations === "" && (await hasBookings(visit, person))) {
          const corrections = [{ field: "reservations", message: texts.noChoice }];
          return preview(visit, folder, person, { typed, corrections });
        }
        const bookings = reservations === "cancel" ? "cancel" : "keep";
        const taken = await takeOut(visit, person, { reason: raison, bookings, seen: vu });
        return taken.ok ? done(person) : refused(visit, folder, person, typed, taken.refusal);
      },
    }),
  ];
}

async function hasBookings(visit: SignedInVisit, person: LeavingPerson): Promise<boolean> {
  const previewed = await previewDeparture(visit, person);
  return previewed.ok && previewed.value.days.some(({ kind }) => kind === "booked");
}

const fileOf = ({ householdId }: LeavingPerson) => `/agent/familles/${householdId}`;
const done = (person: LeavingPerson): Answer =>
  redirect(`${fileOf(person)}?fait=depart#${person.who.kind === "guardian" ? "adults" : "children"}`);

async function preview(
  visit: SignedInVisit,
  folder: string,
  person: LeavingPerson | undefined,
  shown: Shown,
): Promise<Answer> {
  if (person === undefined) return notFound;
  const previewed = await previewDeparture(visit, person);
  return previewed.ok
    ? show(folder, person, previewed.value, shown)
    : refused(visit, folder, person, shown.typed, previewed.refusal);
}

function show(folder: string, person: LeavingPerson, departure: Departure, shown: Shown): Answer {
  const file = fileOf(person);
  const { warning, ...rest } = shown;
  return page(
    departurePage({
      departure,
      kind: person.who.kind,
      file,
      action: `${file}/${folder}/${person.who.id}/retirer`,
      ...rest,
      ...(warning === undefined ? {} : { warning }),
    }),
    rest.corrections.length > 0 || warning !== undefined ? 422 : 200,
  );
}

/** How it is told that something else must be done first. */
type Bar = (file: string, way: InTheWay) => Answer;

/** The file links to the form: what is to be done first is told, and nothing was refused yet. */
const toldBefore: Bar = (file, way) => page(barredPage(file, way));
const turnedAway: Bar = (_file, way) => refusal({ status: 409, title: texts.impossible, ...way });

async function refused(
  visit: SignedInVisit,
  folder: string,
  person: LeavingPerson,
  typed: Typed,
  why: DepartureRefusal,
  bar: Bar = turnedAway,
): Promise<Answer> {
  const file = fileOf(person);
  const first = (sentences: readonly string[], label: string, path: string) =>
    bar(file, { sentences, next: { label, href: `${file}/${path}` } });
  switch (why.code) {
    case "unknown":
      return notFound;
    case "left":
      return done(person);
    case "last-adult":
      return first(texts.lastAdult, texts.addGuardian, "responsables/ajouter");
    case "pays":
      return first(texts.pays(why.paid), texts.changePayer, "payeurs");
    case "contract":
      return first(texts.contract(why.activities), texts.endContract, "contrats");
    case "not-everywhere":
      return preview(visit, folder, person, {
        typed,
        corrections: [{ field: "reservations", message: texts.notEverywhere }],
      });
    case "look-again":
      return show(folder, person, why.departure, { typed, corrections: [], warning: texts.changed });
  }
}

/** Agents take an adult, a child or another participant out of a household. */
export const departureRoutes: readonly Route<Visit>[] = [
  ...routesOf("responsables", (householdId, id) => {
    const parsed = formId<"guardian">().safeParse(id);
    return parsed.success ? { householdId, who: { kind: "guardian", id: parsed.data } } : undefined;
  }),
  ...routesOf("enfants", (householdId, id) => {
    const parsed = formId<"participant">().safeParse(id);
    return parsed.success ? { householdId, who: { kind: "participant", id: parsed.data } } : undefined;
  }),
];
