import { addParticipant, reachedChildren, type ReachedChild } from "#families";
import { everyoneOf } from "#identity";
import { ok, refuse, type Id, foldText } from "#kernel";
import { hashedId, type Reads } from "#platform";

import type { Answers } from "../rules/form.ts";
import type { Effect } from "./effect.ts";
import { texts } from "./texts.fr.ts";

/** Brings a child into the household, as an agent does on the file's page. */
export const childEffect: Effect = {
  right: "families.write",
  discreet: false,
  needs: ["prenom", "nom", "naissance"],
  answered: false,
  fault({ naissance = "" }, today) {
    if (naissance === "" || Temporal.PlainDate.compare(naissance, today) <= 0) return undefined;
    return { field: "naissance", sentence: texts.child.toCome };
  },
  async known(reads, { householdId }, answers) {
    const child = await childAsked(reads, householdId, answers);
    return child === undefined ? { prenom: "", nom: "", naissance: "" } : asked(answers);
  },
  async apply(visit, { requestId, householdId }, { wanted }) {
    const { prenom, nom, naissance } = asked(wanted);
    const there = await visit.database.read((reads) => childAsked(reads, householdId, wanted));
    if (there !== undefined) return ok(null);
    const added = await addParticipant(
      visit,
      householdId,
      {
        kind: "child",
        firstName: prenom,
        lastName: nom,
        birthDate: Temporal.PlainDate.from(naissance),
      },
      {
        formKey: hashedId<"form">("request", requestId),
        answer: { chosen: null, seen: [] },
        schoolClass: null,
      },
    );
    if (added.ok) return ok(null);
    return refuse({ code: "impossible", sentence: texts.child[added.refusal.code] });
  },
};

const asked = (answers: Answers) => ({
  prenom: answers["prenom"] ?? "",
  nom: answers["nom"] ?? "",
  naissance: answers["naissance"] ?? "",
});

/** The child of the household that is asked for, where it is there already. */
async function childAsked(
  reads: Reads,
  householdId: Id<"household">,
  answers: Answers,
): Promise<ReachedChild | undefined> {
  const { prenom, nom, naissance } = asked(answers);
  const children = await reachedChildren(reads, everyoneOf([householdId]));
  return children.find(
    ({ firstName, lastName, birthDate }) =>
      foldText(firstName) === foldText(prenom) &&
      foldText(lastName) === foldText(nom) &&
      birthDate?.toString() === naissance,
  );
}
