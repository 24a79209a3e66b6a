import { declarePerson, endPerson, isOver, personsDeclaredBy, reachedChildren } from "#families";
import { everyoneOf } from "#identity";
import { ok, parisDate, parseId, refuse } from "#kernel";
import { hashedId, type Reads } from "#platform";

import type { Answers } from "../rules/form.ts";
import type { About, Effect } from "./effect.ts";
import { texts } from "./texts.fr.ts";

/**
 * Says who may fetch a child, or takes that back, as the family's page does: a decision that forbids somebody comes
 * first, in whichever household it was written.
 */
export const personEffect: Effect = {
  right: "families.write",
  discreet: false,
  needs: ["quoi", "enfant", "prenom", "nom", "lien", "telephone", "au", "personne"],
  answered: false,
  known: () => Promise.resolve({}),
  async offers(reads, { householdId }, { now, withheldIds }) {
    const persons = await personsDeclaredBy(reads, { householdIds: [householdId], withheldIds });
    const children = await childNames(reads, householdId);
    return {
      personne: persons
        .filter((one) => one.kind === "authorised" && !isOver(one, parisDate(now)))
        .map(({ personId, participantId, firstName, lastName }) => ({
          id: personId,
          name: texts.person.may(`${firstName} ${lastName}`, children.get(participantId) ?? ""),
        })),
    };
  },
  fault({ au = "" }, today) {
    if (au === "" || Temporal.PlainDate.compare(au, today) >= 0) return undefined;
    return { field: "au", sentence: texts.person.over };
  },
  async consequences(reads, about, { answers }, { now }) {
    const children = await childNames(reads, about.householdId);
    if (answers["quoi"] === REMOVE) {
      const offered = (await personEffect.offers?.(reads, about, { now, withheldIds: [] })) ?? {};
      const one = offered["personne"]?.find(({ id }) => id === answers["personne"]);
      const { remove, removed, gone } = texts.person;
      return [{ what: remove, now: one?.name ?? gone, after: removed }];
    }
    const child = children.get(answers["enfant"] ?? "");
    if (child === undefined) return [];
    const after = texts.person.may(`${answers["prenom"] ?? ""} ${answers["nom"] ?? ""}`, child);
    return [{ what: texts.person.add, now: texts.person.notYet, after }];
  },
  async apply(visit, { requestId, householdId }, { wanted, sent }) {
    const reach = everyoneOf([householdId]);
    if (wanted["quoi"] === REMOVE) {
      const personId = parseId<"authorised-person">(wanted["personne"]);
      const ended = personId !== undefined && (await endPerson(visit, reach, personId, ["authorised"]));
      return ended ? ok(null) : refuse({ code: "impossible", sentence: texts.person.none });
    }
    const participantId = parseId<"participant">(wanted["enfant"]);
    if (participantId === undefined)
      return refuse({ code: "impossible", sentence: texts.person["unknown-child"] });
    const declared = await declarePerson(visit, reach, {
      formKey: hashedId<"form">("request", requestId, String(sent.number)),
      participantId,
      kind: "authorised",
      ...toldBy(wanted),
      firstDay: parisDate(visit.now),
      lastDay: (wanted["au"] ?? "") === "" ? null : Temporal.PlainDate.from(wanted["au"] ?? ""),
    });
    return declared.ok
      ? ok(null)
      : refuse({ code: "impossible", sentence: texts.person[declared.refusal.code] });
  },
};

const REMOVE = "retirer";

const toldBy = ({ prenom = "", nom = "", lien = "", telephone = "" }: Answers) => ({
  firstName: prenom,
  lastName: nom,
  relation: lien,
  phone: telephone,
});

async function childNames(
  reads: Reads,
  householdId: About["householdId"],
): Promise<ReadonlyMap<string, string>> {
  const children = await reachedChildren(reads, everyoneOf([householdId]));
  return new Map(children.map(({ participantId, firstName }) => [participantId, firstName]));
}
