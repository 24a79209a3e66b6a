import { parisDate, ok, parseEuros, parseId, refuse } from "#kernel";
import { hashedId } from "#platform";
import {
  acceptDeclared,
  declaredLines,
  endDeclared,
  formSource,
  lastSituation,
  recordQuotient,
  type Declared,
} from "#pricing";

import type { Answers } from "../rules/form.ts";
import type { About, AnswersFault, Effect } from "./effect.ts";
import { texts } from "./texts.fr.ts";

const SCHEMES = { caf: "caf", msa: "msa", autre: "other" } as const;

/**
 * Declares a quotient, resources, or both, with the document that proves it. What is sent is written in the household's
 * history at once, and waits there, or counts already, by the authority's setting; accepting makes it count from the day
 * that it would have.
 */
export const quotientEffect: Effect = {
  right: "income.write",
  discreet: true,
  needs: ["quoi", "valeur", "regime", "situation", "ressources", "enfants", "aeeh"],
  answered: false,
  known: () => Promise.resolve({}),
  async prefilled(reads, { householdId }) {
    const { scheme, dependentChildren, aeehChildren } = await lastSituation(reads, householdId);
    return {
      regime: scheme === "other" ? "autre" : (scheme ?? ""),
      enfants: dependentChildren?.toString() ?? "",
      aeeh: aeehChildren?.toString() ?? "",
    };
  },
  fault: faultOf,
  async consequences(reads, about, { number }, { now }) {
    const lines = await declaredLines(reads, declaredBy(about, number), parisDate(now));
    return lines.map(({ of, now, after }) => ({ what: texts.quotient[of], now, after }));
  },
  followed(visit, about, { act, said, sent }) {
    return visit.database.write(async (writes) => {
      const declared = declaredBy(about, sent.number);
      if (act === "refuse") return endDeclared(writes, visit, { ...declared, reason: said });
      if (act === "withdraw")
        return endDeclared(writes, visit, { ...declared, reason: texts.quotient.withdrawn });
      if (act === "complete") {
        const before = declaredBy(about, sent.number - 1);
        await endDeclared(writes, visit, { ...before, reason: texts.quotient.completed });
      }
      const { answers } = sent;
      const recorded = await recordQuotient(writes, visit, {
        key: declared.entryId,
        householdId: about.householdId,
        source: formSource("family", toldBy(answers)),
        receivedOn: parisDate(sent.receivedAt),
        proofId: parseId<"document-version">(answers["attestation"] || answers["avis"]) ?? null,
      });
      if (!recorded.ok) throw new Error(`What a family declares was refused: ${recorded.refusal.code}`);
    });
  },
  async apply(visit, about, { sent }) {
    const declared = declaredBy(about, sent.number);
    const accepted = await visit.database.write((writes) => acceptDeclared(writes, visit, declared));
    return accepted.ok ? ok(null) : refuse({ code: "impossible", sentence: texts.quotient.ended });
  },
};

/** Each submission of a request declares once. */
const declaredBy = ({ requestId, householdId }: About, number: number): Declared => ({
  householdId,
  entryId: hashedId<"qf-entry">("request", requestId, String(number)),
});

function faultOf(
  { situation = "", enfants = "", aeeh = "" }: Answers,
  today: Temporal.PlainDate,
): AnswersFault | undefined {
  if (situation !== "" && Temporal.PlainDate.compare(situation, today) > 0)
    return { field: "situation", sentence: texts.quotient.toCome };
  if (Number(enfants) > MOST_CHILDREN) return { field: "enfants", sentence: texts.quotient.tooMany };
  if (Number(aeeh) > Number(enfants)) return { field: "aeeh", sentence: texts.quotient.aeeh };
  return undefined;
}

/** As many as the history of incomes holds. */
const MOST_CHILDREN = 20;

function toldBy(answers: Answers) {
  const { valeur = "", ressources = "", enfants = "", aeeh = "", regime = "", situation = "" } = answers;
  return {
    valueHundredths: parseEuros(valeur) ?? null,
    resourcesCents: parseEuros(ressources) ?? null,
    resourcesCase: null,
    dependentChildren: ressources === "" ? null : Number(enfants),
    aeehChildren: ressources === "" ? null : Number(aeeh),
    scheme: isScheme(regime) ? SCHEMES[regime] : SCHEMES.autre,
    situationOn: Temporal.PlainDate.from(situation),
  };
}

const isScheme = (word: string): word is keyof typeof SCHEMES => Object.hasOwn(SCHEMES, word);
