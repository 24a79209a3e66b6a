import { findClosure } from "#activities";
import type { SignedIn } from "#identity";
import type { Id } from "#kernel";
import { Notice, type Reads } from "#platform";
import type { VNode } from "preact";

import { closingEffect } from "../../../closing/closing-queries.ts";
import { mayClose } from "../../../closing/policy.ts";
import { siteOf } from "./list-page.tsx";
import { PhoneList } from "./phone-list.tsx";
import { texts } from "./texts.fr.ts";

/**
 * What a closing or its lifting did, read again from what was kept: the address may be opened twice. Nothing for
 * a closure that is not the person's.
 */
export async function doneNotice(
  reads: Reads,
  actor: SignedIn,
  closureId: Id<"closure"> | undefined,
): Promise<VNode | undefined> {
  const closure = closureId === undefined ? undefined : await findClosure(reads, closureId);
  if (closure === undefined || !mayClose(actor, closure.siteId)) return undefined;
  const site = siteOf(closure);
  if (closure.liftedAt !== null) {
    return (
      <Notice tone="success" title={texts.done.reopened(site, closure)} announce>
        <p>{texts.done.reopenedMore}</p>
      </Notice>
    );
  }
  const effect = await closingEffect(reads, closure);
  const told = effect.households - effect.toPhone.length;
  return (
    <Notice tone="success" title={texts.done.closed(site, closure)} announce>
      <p>{texts.done.by(closure.byLabel, closure.message)}</p>
      <p>{effect.bookings === 0 ? texts.done.nobody : texts.done.cancelled(effect)}</p>
      {told > 0 && <p>{texts.done.told(told)}</p>}
      <PhoneList families={effect.toPhone} actor={actor} />
    </Notice>
  );
}
