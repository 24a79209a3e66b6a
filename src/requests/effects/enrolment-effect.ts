import { askedEnrolment, enrolForFamily, seasonsByAgent, type AskedEnrolment } from "#bookings";
import { documentKinds } from "#documents";
import { ok, parseId, refuse, type Id } from "#kernel";
import type { Reads } from "#platform";

import type { Answers, FormStep } from "../rules/form.ts";
import type { About, Effect } from "./effect.ts";
import { texts } from "./texts.fr.ts";

/**
 * Enrols a child in a season that agents enrol in, as they do on the page of the family's enrolments: whoever asks pays.
 * The form asks for the documents that the season's conditions want and that are not kept already.
 */
export const enrolmentEffect: Effect = {
  right: "bookings.write",
  discreet: false,
  needs: ["enfant", "saison"],
  answered: false,
  known: () => Promise.resolve({}),
  async offers(reads, _about, { now }) {
    return { saison: await seasonsByAgent(reads, now) };
  },
  async moreSteps(reads, about, answers, now) {
    const found = await asked(reads, about, answers, now);
    if (found === undefined) return [];
    const { asksRhythm, documents, lacking } = found.enrolment;
    const kinds = (await documentKinds(reads)).filter(({ label }) => documents.includes(label));
    const wanted = kinds
      .map(({ kindId, label }) => ({ kindId, label, name: documentName(kindId) }))
      .filter(({ name, label }) => lacking.includes(label) || (answers[name] ?? "") !== "");
    return [...(asksRhythm ? [RHYTHM] : []), ...wanted.map(documentStep)];
  },
  async consequences(reads, about, { answers }, { now }) {
    const found = await asked(reads, about, answers, now);
    if (found === undefined) return [];
    const { label, held, days, unmet } = found.enrolment;
    const regular = found.regular && found.enrolment.asksRhythm ? texts.enrolment.regular : "";
    const after = days === null ? texts.enrolment.notYet : `${texts.enrolment.days(days)}${regular}`;
    return [
      {
        what: label,
        now: held === null ? texts.enrolment.none : texts.enrolment.days(held),
        after: held === null ? after : texts.enrolment.stays,
      },
      ...unmet.map((sentence) => ({
        what: texts.enrolment.condition,
        now: sentence,
        after: texts.enrolment.toMeet,
      })),
    ];
  },
  async apply(visit, about, { wanted }) {
    const found = await visit.database.read((reads) => asked(reads, about, wanted, visit.now));
    if (found === undefined) return refuse({ code: "impossible", sentence: texts.enrolment.gone });
    const { who, regular, enrolment } = found;
    if (enrolment.held !== null) return ok(null);
    if (enrolment.days === null)
      return refuse({ code: "impossible", sentence: texts.enrolment.unmet(enrolment.unmet) });
    const { first, last } = enrolment.days;
    const enrolled = await enrolForFamily(visit, {
      ...who,
      payerId: about.guardianId,
      firstDay: first,
      lastDay: last,
      regular,
      given: [],
      reason: "",
    });
    return enrolled.ok ? ok(null) : refuse({ code: "impossible", sentence: texts.enrolment.onItsPage });
  },
};

interface Asked {
  readonly who: {
    readonly participantId: Id<"participant">;
    readonly householdId: Id<"household">;
    readonly seasonId: Id<"season">;
  };
  readonly regular: boolean;
  readonly enrolment: AskedEnrolment;
}

/** What these answers ask for; undefined while they name nobody or no season within reach. */
async function asked(
  reads: Reads,
  { householdId, guardianId }: About,
  answers: Answers,
  now: Temporal.Instant,
): Promise<Asked | undefined> {
  const participantId = parseId<"participant">(answers["enfant"]);
  const seasonId = parseId<"season">(answers["saison"]);
  if (participantId === undefined || seasonId === undefined) return undefined;
  const who = { participantId, householdId, seasonId };
  const regular = answers[RHYTHM.name] === "regulier";
  const enrolment = await askedEnrolment(reads, who, { guardianId, regular, now });
  return enrolment === undefined ? undefined : { who, regular, enrolment };
}

const RHYTHM = {
  name: "rythme",
  title: texts.enrolment.rhythm,
  fields: [
    {
      name: "rythme",
      label: texts.enrolment.rhythm,
      type: "choice",
      options: [
        { value: "regulier", label: texts.enrolment.regularly },
        { value: "occasionnel", label: texts.enrolment.sometimes },
      ],
    },
  ],
} as const satisfies FormStep;

/** The name of the question for a document of this kind: no longer than the name of a page may be. */
const documentName = (kindId: string): string => `d-${kindId}`;

function documentStep({ name, label, kindId }: { name: string; label: string; kindId: string }): FormStep {
  return {
    name,
    title: label,
    help: texts.enrolment.documentHelp,
    fields: [{ name, label, type: "document", kindId }],
  };
}
