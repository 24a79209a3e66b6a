import { householdPayers } from "#bookings";
import { reachedChildren } from "#families";
import { everyoneOf } from "#identity";
import { ok, parisDate, parseId, refuse } from "#kernel";
import type { Reads } from "#platform";

import { keepCertificate, type CertifiedEnrolments } from "../certificate/kept-certificate.ts";
import type { Answers } from "../rules/form.ts";
import type { About, Effect } from "./effect.ts";
import { texts } from "./texts.fr.ts";

/** What may be certified, as the form offers it. */
const ENROLMENT = "inscription";
const PAGES: Readonly<Record<string, { readonly above: string; readonly label: string }>> = {
  presence: { above: "/presences/attestation", label: texts.certificate.attendance },
  paiement: { above: "/factures/attestation-fiscale", label: texts.certificate.tax },
};

/**
 * Certifies to what a child is enrolled on the day the agent answers: what it says is kept with the request, and printed
 * from there. What the espace certifies by itself, presences and payments, is a page that the request leads to.
 */
export const certificateEffect: Effect = {
  right: "bookings.read",
  discreet: false,
  needs: ["enfant", "objet"],
  answered: false,
  known: () => Promise.resolve({}),
  offers(_reads, _about, { now }) {
    const { year } = parisDate(now);
    const years = [year, year - 1, year - 2].map(String);
    return Promise.resolve({ annee: years.map((one) => ({ id: one, name: one })) });
  },
  instead({ objet = "", annee = "" }) {
    const page = PAGES[objet];
    return page === undefined || !/^\d{4}$/.test(annee)
      ? undefined
      : { href: `${page.above}/${annee}`, label: page.label };
  },
  async consequences(reads, about, { answers }, { now }) {
    const instead = certificateEffect.instead?.(answers);
    const { at, now: nothing, attached, gone, days } = texts.certificate;
    if (instead !== undefined) return [{ what: at, now: nothing, after: instead.label }];
    const found = await certified(reads, about, answers, parisDate(now));
    if (found === undefined) return [{ what: at, now: gone, after: nothing }];
    return [
      { what: at, now: nothing, after: attached },
      ...found.lines.map((line) => ({ what: found.child, now: line.activity, after: days(line) })),
    ];
  },
  apply(visit, about, { wanted }) {
    return visit.database.write(async (writes) => {
      if (wanted["objet"] !== ENROLMENT) return ok(null);
      const found = await certified(writes, about, wanted, parisDate(visit.now));
      if (found === undefined) return refuse({ code: "impossible", sentence: texts.certificate.gone });
      if (found.lines.length === 0) return refuse({ code: "impossible", sentence: texts.certificate.none });
      await keepCertificate(writes, visit, about.requestId, found);
      return ok(null);
    });
  },
};

/** What the child is enrolled in for this household, today or later; undefined once he or she has left it. */
async function certified(
  reads: Reads,
  { householdId }: About,
  answers: Answers,
  today: Temporal.PlainDate,
): Promise<CertifiedEnrolments | undefined> {
  const asked = parseId<"participant">(answers["enfant"]);
  const children = await reachedChildren(reads, everyoneOf([householdId]));
  const child = children.find(({ participantId }) => participantId === asked);
  if (child === undefined) return undefined;
  const enrolments = await householdPayers(reads, householdId, today);
  return {
    child: `${child.firstName} ${child.lastName}`,
    bornOn: child.birthDate,
    lines: enrolments
      .filter(({ participantId }) => participantId === child.participantId)
      .map(({ activityName: activity, firstDay, lastDay }) => ({ activity, firstDay, lastDay })),
  };
}
