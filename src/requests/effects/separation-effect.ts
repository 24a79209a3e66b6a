import { enrolForFamily, paidBy, previewDeparture, takeOut } from "#bookings";
import { startOwnHousehold } from "#families";
import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import { hashedId, type Reads } from "#platform";

import type { Answers, FormStep } from "../rules/form.ts";
import type { About, Consequence, DecidingVisit, Effect, EffectRefusal } from "./effect.ts";
import { adultName, enrolledIn, hasOtherAdult, ownChildren, type OwnChild } from "./separating.ts";
import { texts } from "./texts.fr.ts";

/**
 * Gives an adult who separates a household of his or her own, with the children who live there too, and takes him or her
 * out of the first: from then on each household books, pays and reads for itself. The other adults learn nothing of the
 * new one: who acts in it is the guardian alone, and what it keeps is its own.
 */
export const separationEffect: Effect = {
  right: "families.write",
  discreet: true,
  confidential: true,
  needs: ["depuis", "adresse", "code-postal", "commune", "reserver"],
  answered: false,
  known: () => Promise.resolve({}),
  fault({ depuis = "" }, today) {
    if (depuis === "" || Temporal.PlainDate.compare(depuis, today) <= 0) return undefined;
    return { field: "depuis", sentence: texts.separation.toCome };
  },
  async obstacles(reads, about) {
    return (await hasOtherAdult(reads, about)) ? [] : [texts.separation.lastAdult];
  },
  async moreSteps(reads, about) {
    const children = await ownChildren(reads, about);
    return children.length === 0 ? [] : [childrenStep(children)];
  },
  async consequences(reads, about, { answers }, { now }) {
    const { household, leaves, joins, enrolments, quotient } = texts.separation;
    const name = await adultName(reads, about);
    const children = await childrenAsked(reads, about, answers);
    const asked = await enrolmentsAsked(reads, about, answers, now);
    return [
      ...(await stillPaying(reads, about, now)),
      { what: household.what, now: household.now, after: household.after(name, placeOf(answers)) },
      leaves,
      ...children.map(({ firstName }) => ({
        what: joins.what(firstName),
        now: joins.now,
        after: joins.after,
      })),
      ...asked.map(({ firstName, activityName }) => ({
        what: enrolments.what(firstName, activityName),
        now: enrolments.now,
        after: enrolments.after(name),
      })),
      quotient,
    ];
  },
  async apply(visit, about, { wanted }) {
    const { childIds, asked } = await visit.database.read(async (reads) => ({
      childIds: (await childrenAsked(reads, about, wanted)).map(({ participantId }) => participantId),
      asked: await enrolmentsAsked(reads, about, wanted, visit.now),
    }));
    const { guardianId, householdId: fromId, requestId } = about;
    const started = await startOwnHousehold(
      visit,
      { guardianId, fromId, childIds, address: addressOf(wanted) },
      hashedId<"form">("request", requestId),
    );
    if (!started.ok) return refuse({ code: "impossible", sentence: texts.separation.gone });
    for (const { participantId, seasonId, lastDay, firstDay, regular } of asked) {
      const enrolled = await enrolForFamily(visit, {
        participantId,
        seasonId,
        householdId: started.value,
        payerId: guardianId,
        firstDay: later(firstDay, parisDate(visit.now)),
        lastDay,
        regular,
        given: [],
        reason: texts.separation.enrolled,
      });
      if (!enrolled.ok) return refuse({ code: "impossible", sentence: texts.separation.onItsPage });
    }
    return leave(visit, about);
  },
};

/** Takes the adult out of the first household, as an agent does on the file's page. */
async function leave(
  visit: DecidingVisit,
  { householdId, guardianId }: About,
): Promise<Result<null, EffectRefusal>> {
  const person = { householdId, who: { kind: "guardian", id: guardianId } } as const;
  const departure = await previewDeparture(visit, person);
  const said = { reason: texts.separation.reason, bookings: "keep" } as const;
  const left = departure.ok
    ? await takeOut(visit, person, { ...said, seen: departure.value.seen })
    : departure;
  if (left.ok) return ok(null);
  const { lastAdult, pays, gone } = texts.separation;
  const { refusal } = left;
  if (refusal.code === "pays") return refuse({ code: "impossible", sentence: pays(refusal.paid) });
  return refuse({ code: "impossible", sentence: refusal.code === "last-adult" ? lastAdult : gone });
}

/** What keeps an agent from accepting today: the family may send its request all the same. */
async function stillPaying(
  reads: Reads,
  { householdId, guardianId }: About,
  now: Temporal.Instant,
): Promise<readonly Consequence[]> {
  const paid = await paidBy(reads, householdId, guardianId, parisDate(now));
  const { what, after } = texts.first;
  return paid.length === 0 ? [] : [{ what, now: texts.separation.pays(paid), after }];
}

const childName = (participantId: Id<"participant">): string => `e-${participantId}`;

const childrenStep = (children: readonly OwnChild[]): FormStep => ({
  name: "enfants",
  title: texts.separation.children,
  help: texts.separation.childrenHelp,
  fields: children.map(({ participantId, firstName }) => ({
    name: childName(participantId),
    label: texts.separation.child(firstName),
    type: "yes-no",
  })),
});

async function childrenAsked(reads: Reads, about: About, answers: Answers): Promise<readonly OwnChild[]> {
  const children = await ownChildren(reads, about);
  return children.filter(({ participantId }) => answers[childName(participantId)] === "oui");
}

/** The enrolments that the new household is to have too; none where it books nothing. */
async function enrolmentsAsked(reads: Reads, about: About, answers: Answers, now: Temporal.Instant) {
  if (answers["reserver"] !== "oui") return [];
  const children = await childrenAsked(reads, about, answers);
  return enrolledIn(
    reads,
    about.householdId,
    children.map(({ participantId }) => participantId),
    parisDate(now),
  );
}

const addressOf = (answers: Answers) => ({
  street: answers["adresse"] ?? "",
  postcode: answers["code-postal"] ?? "",
  commune: answers["commune"] ?? "",
});

function placeOf(answers: Answers): string {
  const { street, postcode, commune } = addressOf(answers);
  return `${street}, ${postcode} ${commune}`;
}

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(a, b) < 0 ? b : a;
