import type { SignedIn } from "#identity";
import type { Reads } from "#platform";

import type { Answers } from "../rules/form.ts";
import { absenceEffect } from "./absence-effect.ts";
import { adultEffect } from "./adult-effect.ts";
import { certificateEffect } from "./certificate-effect.ts";
import { childEffect } from "./child-effect.ts";
import { closureEffect } from "./closure-effect.ts";
import { contactEffect } from "./contact-effect.ts";
import type { About, Effect } from "./effect.ts";
import { enrolmentEffect } from "./enrolment-effect.ts";
import { paiEffect } from "./pai-effect.ts";
import { quotientEffect } from "./quotient-effect.ts";
import { personEffect } from "./person-effect.ts";
import { questionEffect } from "./question-effect.ts";
import { separationEffect } from "./separation-effect.ts";

/** Every effect that accepting a request may have, by the word that its kind holds. */
const EFFECTS = {
  contact_details: contactEffect,
  new_child: childEffect,
  adult: adultEffect,
  person: personEffect,
  quotient: quotientEffect,
  absence: absenceEffect,
  enrolment: enrolmentEffect,
  pai: paiEffect,
  separation: separationEffect,
  certificate: certificateEffect,
  closure: closureEffect,
  question: questionEffect,
} as const satisfies Record<string, Effect>;

/** The word of an effect. */
export type EffectCode = keyof typeof EFFECTS;

const isEffectCode = (word: string): word is EffectCode => Object.hasOwn(EFFECTS, word);

/** The effect of a kind; throws for a word that this program does not know. */
export function effectOf(word: string): Effect {
  if (!isEffectCode(word)) throw new Error(`No effect is called ${word}`);
  return EFFECTS[word];
}

/** What keeps a request from being done today, as its effect says it; empty where nothing does. */
export async function obstaclesOf(
  reads: Reads,
  about: About & { readonly effect: string },
  answers: Answers,
  now: Temporal.Instant,
): Promise<readonly string[]> {
  return (await effectOf(about.effect).obstacles?.(reads, about, answers, now)) ?? [];
}

/** The effects whose requests this agent may read and decide about, for every site. */
export function effectsOf({ rights }: Pick<SignedIn, "rights">): readonly EffectCode[] {
  return Object.keys(EFFECTS)
    .filter(isEffectCode)
    .filter((code) => rights.get(EFFECTS[code].right) === "everywhere");
}
