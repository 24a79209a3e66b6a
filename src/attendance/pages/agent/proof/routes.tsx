import { randomUUID } from "node:crypto";

import { agentWith, type SignedInVisit, type Visit } from "#identity";
import { parisDate } from "#kernel";
import {
  formId,
  isoDate,
  notFound,
  page,
  redirect,
  route,
  writeJournal,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import { proveAbsences, spanDays } from "../../../day/prove-absences.ts";
import { participantAt } from "../../../day/participant-at.ts";
import { isBilled } from "../../../facts/billed-month.ts";
import { mayNoteAt, NOTE } from "../../../policy.ts";
import { absenceReasons } from "../../../rules/absence-reason.ts";
import { proofPage } from "./proof-page.tsx";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/pointage/:site/justificatif/:participant";
const params = z.object({ site: formId<"site">(), participant: formId<"participant">() });
type Where = z.output<typeof params>;

/** GET …?du=&au=&fait=: the days of the span, what is noted of them, and the form. */
const formRoute = route({
  method: "GET",
  path: PATH,
  access: agentWith(NOTE),
  input: z.object({
    params,
    query: z.object({
      du: isoDate.optional().catch(undefined),
      au: isoDate.optional().catch(undefined),
      fait: z.coerce.number().int().min(0).max(999).optional().catch(undefined),
    }),
  }),
  answer(visit, { params: where, query: { du, au, fait } }) {
    const first = du ?? au ?? parisDate(visit.now);
    return answer(visit, where, { first, last: au ?? first, done: fait });
  },
});

const typedShape = z.object({
  du: isoDate.optional().catch(undefined),
  au: isoDate.optional().catch(undefined),
  motif: z.string().catch(""),
  recu: z.string().max(10).catch(""),
});

/** POST …: notes the proof on every absence of these days. */
const saveRoute = route({
  method: "POST",
  path: PATH,
  access: agentWith(NOTE),
  input: z.object({
    params,
    body: z.object({
      cle: formId<"page">(),
      du: isoDate,
      au: isoDate,
      motif: z.enum(absenceReasons, texts.choose),
      recu: isoDate,
    }),
  }),
  toCorrect(visit, corrections, { params: raw, body }) {
    const typed = typedShape.parse(typeof body === "object" && body !== null ? body : {});
    const first = typed.du ?? parisDate(visit.now);
    return answer(visit, params.parse(raw), {
      first,
      last: typed.au ?? first,
      corrections,
      reason: typed.motif,
      received: typed.recu,
    });
  },
  async answer(visit, { params: where, body: { cle, du, au, motif, recu } }) {
    if (!(await isKnown(visit, where))) return notFound;
    const proof = {
      key: cle,
      participantId: where.participant,
      first: du,
      last: au,
      reason: motif,
      receivedOn: recu,
    };
    const done = await proveAbsences(visit, proof);
    if (done.ok) {
      const { site, participant } = where;
      return redirect(
        `/agent/pointage/${site}/justificatif/${participant}?du=${du.toString()}&au=${au.toString()}&fait=${done.value}`,
      );
    }
    const { code } = done.refusal;
    return answer(visit, where, {
      first: du,
      last: au,
      reason: motif,
      received: recu.toString(),
      corrections: [{ field: code === "received-later" ? "recu" : "au", message: texts.faults[code] }],
    });
  },
});

const isKnown = ({ actor, database }: SignedInVisit, { site, participant }: Where) =>
  database.read(
    async (reads) => mayNoteAt(actor, site) && (await participantAt(reads, site, participant)) !== undefined,
  );

/** The longest span that is shown. */
const SHOWN_DAYS = 92;

interface Asked {
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
  done?: number | undefined;
  reason?: string;
  received?: string;
  corrections?: readonly Correction[];
}

function answer(visit: SignedInVisit, { site, participant }: Where, asked: Asked): Promise<Answer> {
  const { actor, database, now, address } = visit;
  const { first, last, corrections = [] } = asked;
  return database.write(async (writes) => {
    const who = mayNoteAt(actor, site) ? await participantAt(writes, site, participant) : undefined;
    if (who === undefined) return notFound;
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "attendance.span-read",
      objectKind: "participant",
      objectId: participant,
      facts: { first: first.toString(), last: last.toString() },
      address,
    });
    const today = parisDate(now);
    const until = earlier(earlier(last, first.add({ days: SHOWN_DAYS })), today);
    return page(
      proofPage({
        site,
        participant,
        who,
        span: { first, last },
        today,
        days: await spanDays(writes, actor, { participantId: participant, first, last: until }),
        billed: (await isBilled(writes, first)) || (await isBilled(writes, last)),
        pageKey: randomUUID(),
        done: asked.done,
        reason: asked.reason ?? "illness",
        received: asked.received ?? today.toString(),
        corrections,
      }),
      corrections.length > 0 ? 422 : 200,
    );
  });
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) <= 0 ? one : other;
}

/** An agent notes one proof for several days. */
export const proofRoutes: readonly Route<Visit>[] = [formRoute, saveRoute];
