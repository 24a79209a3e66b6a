import { changeHealthRecord, healthRecordOf, reachedChildren } from "#families";
import { everyoneOf } from "#identity";
import { ok, parseId, refuse, type Id } from "#kernel";
import type { Reads } from "#platform";

import type { Answers } from "../rules/form.ts";
import type { About, Effect } from "./effect.ts";
import { texts } from "./texts.fr.ts";

/** Writes a child's « projet d’accueil individualisé » in the health record: until when it holds, and what to do. */
export const paiEffect: Effect = {
  right: "health.write",
  discreet: true,
  needs: ["enfant", "fin", "consignes"],
  answered: false,
  fault({ fin = "" }, today) {
    if (fin === "" || Temporal.PlainDate.compare(fin, today) > 0) return undefined;
    return { field: "fin", sentence: texts.pai.over };
  },
  async known(reads, about, answers) {
    const child = await childAsked(reads, about, answers);
    if (child === undefined) return {};
    const { paiUntil, paiInstructions } = await healthRecordOf(reads, child);
    return { fin: paiUntil?.toString() ?? "", consignes: paiInstructions };
  },
  apply(visit, about, { wanted, after }) {
    const { actor, address, now } = visit;
    return visit.database.write(async (writes) => {
      const child = await childAsked(writes, about, wanted);
      if (child === undefined) return refuse({ code: "impossible", sentence: texts.pai.gone });
      const { updatedAt, ...record } = await healthRecordOf(writes, child);
      const { fin = "", consignes = "" } = after;
      const values = {
        ...record,
        hasPai: true,
        paiUntil: Temporal.PlainDate.from(fin),
        paiInstructions: consignes,
      };
      const { householdId } = about;
      const by = { accountId: actor.accountId, name: actor.name, address, now, householdId };
      const written = await changeHealthRecord(writes, child, { values, seen: updatedAt }, by);
      return written.ok ? ok(null) : refuse({ code: "changed-since" });
    });
  },
};

/** The child that a request is about; undefined where he or she is no longer of the household. */
async function childAsked(
  reads: Reads,
  { householdId }: About,
  answers: Answers,
): Promise<Id<"participant"> | undefined> {
  const children = await reachedChildren(reads, everyoneOf([householdId]));
  const asked = parseId<"participant">(answers["enfant"]);
  return children.find(({ participantId }) => participantId === asked)?.participantId;
}
