import type { GuardianVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";

import { reachedChildren } from "../members/children.ts";
import type { Way } from "../rules/message-channels.ts";
import { chooseWay } from "./channels.ts";
import { consentSubjects, sayConsents, type SaidConsent } from "./consents.ts";

/** What an adult chooses on one form. */
export interface ChosenMessages {
  readonly service: Way;
  readonly news: Way;
  /** The version of the words that the page had shown, by subject. */
  readonly read: ReadonlyMap<Id<"consent-subject">, number>;
  /** Said of a child; a child that is not named stays as it was. */
  readonly photos: ReadonlyMap<Id<"participant">, boolean>;
}

/**
 * Keeps what an adult wants to receive, by what, and what he or she agrees to. Refuses words that changed since the page
 * was shown: nobody agrees to what he or she has not read. What is said of a child out of reach is not kept.
 */
export function chooseMessages(
  { actor, database, now }: GuardianVisit,
  { service, news, read, photos }: ChosenMessages,
): Promise<Result<null, { code: "changed" }>> {
  const guardianId = actor.guardian.id;
  return database.write(async (writes) => {
    const subjects = await consentSubjects(writes);
    if (subjects.some(({ subjectId, number }) => read.get(subjectId) !== number))
      return refuse({ code: "changed" });
    const children = await reachedChildren(writes, actor.guardian);
    const said = subjects.flatMap(({ subjectId, number, name }): SaidConsent[] => {
      if (name === "news") return [{ subjectId, number, participantId: null, given: news !== "none" }];
      return children.flatMap(({ participantId }) => {
        const given = photos.get(participantId);
        return given === undefined ? [] : [{ subjectId, number, participantId, given }];
      });
    });
    await sayConsents(writes, { guardianId, by: actor.name, saidOn: "page", now }, said);
    await chooseWay(writes, guardianId, { kind: "service", way: service }, now);
    await chooseWay(writes, guardianId, { kind: "news", way: news }, now);
    return ok(null);
  });
}
