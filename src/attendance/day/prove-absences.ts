import type { RightScope, SignedIn, Visit } from "#identity";
import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import { writeJournal, type Reads } from "#platform";

import { NOTE } from "../policy.ts";
import type { AbsenceReason } from "../rules/absence-reason.ts";
import type { Noted } from "../rules/noted-state.ts";
import { proofFault, type ProofFault, type ProofSpan } from "../rules/proof-span.ts";

/** A proof of somebody's absences. */
export interface Proof extends ProofSpan {
  key: Id<"page">;
  participantId: Id<"participant">;
  reason: AbsenceReason;
}

/** A day on which somebody was expected, and what is noted of it. */
export interface SpanDay extends Pick<Noted, "state" | "reason" | "proofOn"> {
  date: Temporal.PlainDate;
  unitName: string;
  siteId: Id<"site">;
  siteName: string;
}

/**
 * Notes a proof on all the absences of somebody from a day to a day, at the sites where the agent notes. Each is a new
 * line of its history; sent twice, it changes nothing the second time. Answers how many absences changed. Refuses a span
 * or a date of receipt that cannot be.
 */
export async function proveAbsences(
  { actor, database, now, address }: Pick<Visit<SignedIn>, "actor" | "database" | "now" | "address">,
  proof: Proof,
): Promise<Result<number, { code: ProofFault }>> {
  const fault = proofFault(proof, parisDate(now));
  if (fault !== null) return refuse({ code: fault });
  return database.write(async (writes) => {
    const row = await writes.row<{ changed: number }>(
      "prove_absences",
      "select prove_absences($1, $2, $3, $4, $5::uuid[], $6, $7, $8, $9, $10) as changed",
      [
        proof.key,
        actor.accountId,
        actor.name,
        now.toString(),
        sitesOf(actor.rights.get(NOTE)),
        proof.participantId,
        proof.first.toString(),
        proof.last.toString(),
        proof.reason,
        proof.receivedOn.toString(),
      ],
    );
    const changed = row?.changed ?? 0;
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "attendance.proof",
      objectKind: "participant",
      objectId: proof.participantId,
      facts: { first: proof.first.toString(), last: proof.last.toString(), changed },
      address,
    });
    return ok(changed);
  });
}

/** The days of a span on which somebody was expected at the agent's sites, in order. */
export function spanDays(
  reads: Reads,
  actor: SignedIn,
  { participantId, first, last }: Pick<Proof, "participantId" | "first" | "last">,
): Promise<SpanDay[]> {
  return reads.rows<SpanDay>(
    "attendance_span_days",
    `select e.date, u.unit_name as "unitName", u.site_id as "siteId", u.site_name as "siteName",
            coalesce(held.state, 'none') as state, held.reason, held.proof_on as "proofOn"
     from bookings_expected e
     join activities_unit_card u on u.unit_id = e.unit_id and ($4::uuid[] is null or u.site_id = any ($4))
     left join attendance held on held.slot_id = e.slot_id and held.participant_id = e.participant_id
     where e.participant_id = $1 and e.date between $2 and $3
     order by e.date, u.starts_at, u.position`,
    [participantId, first.toString(), last.toString(), sitesOf(actor.rights.get(NOTE))],
  );
}

/** Null where it is everywhere. */
function sitesOf(scope: RightScope | undefined): Id<"site">[] | null {
  return scope === "everywhere" ? null : [...(scope ?? [])];
}
