import type { SignedIn } from "#identity";
import type { Id } from "#kernel";
import { Notice, type Reads } from "#platform";
import type { VNode } from "preact";

import type { ClassDay } from "../../../class-days/class-day.ts";
import { concernedSince } from "../../../class-days/concerned-since.ts";
import { doneClassDay } from "../../../class-days/class-day-effect.ts";
import { findClassDay, knownClasses } from "../../../class-days/class-queries.ts";
import { SAY } from "../../../class-days/policy.ts";
import { familiesToPhone } from "../../../closing/closing-queries.ts";
import { PhoneList } from "../closures/phone-list.tsx";
import { classValue } from "./class-form.ts";
import { texts } from "./texts.fr.ts";

async function withdrawnNotice(reads: Reads, actor: SignedIn, said: ClassDay): Promise<VNode> {
  const concerned = await concernedSince(reads, said);
  const lines = said.kind === "away" ? concerned : [];
  const households = [...new Set(concerned.map(({ householdId }) => householdId))];
  const toPhone = await familiesToPhone(reads, households);
  const restored = lines.filter(({ outcome }) => outcome === "booked").length;
  return (
    <Notice tone="success" title={texts.withdraw.done(texts.classOf(said), said)} announce>
      {restored > 0 && <p>{texts.withdraw.doneRestored(restored)}</p>}
      {lines.length > restored && <p>{texts.withdraw.doneNot(lines.length - restored)}</p>}
      {households.length > toPhone.length && <p>{texts.done.told(households.length - toPhone.length)}</p>}
      <PhoneList families={toPhone} actor={actor} />
    </Notice>
  );
}

/** What was said and what it did, read again: the address may be opened twice. Nothing for a class of other sites. */
export async function doneNotice(
  reads: Reads,
  { actor, now }: { actor: SignedIn; now: Temporal.Instant },
  id: Id<"classDay"> | undefined,
): Promise<VNode | undefined> {
  const said = id === undefined ? undefined : await findClassDay(reads, id);
  if (said === undefined) return undefined;
  const known = await knownClasses(reads, said.schoolYear, actor.rights.get(SAY));
  if (!known.some((one) => classValue(one) === classValue(said))) return undefined;
  if (said.withdrawn !== null) return withdrawnNotice(reads, actor, said);
  const { concerned, kept } = await doneClassDay(reads, said, now);
  const households = [...new Set(concerned.map(({ householdId }) => householdId))];
  const toPhone = await familiesToPhone(reads, households);
  const told = households.length - toPhone.length;
  const count = said.kind === "away" ? texts.done.cancelled : texts.done.mayCancel;
  return (
    <Notice tone="success" title={texts.done.title(texts.classOf(said), said)} announce>
      <p>{texts.done.by(said.by, said.message)}</p>
      <p>{concerned.length === 0 ? texts.done.nobody : count(concerned.length, households.length)}</p>
      {kept.length > 0 && <p>{texts.done.kept(kept.length)}</p>}
      {told > 0 && <p>{texts.done.told(told)}</p>}
      <PhoneList families={toPhone} actor={actor} />
    </Notice>
  );
}
