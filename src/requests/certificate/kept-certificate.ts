import type { SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";
import { z } from "zod";

/** What a child is enrolled in, as a certificate says it. */
export interface CertifiedEnrolments {
  readonly child: string;
  readonly bornOn: Temporal.PlainDate | null;
  readonly lines: readonly {
    readonly activity: string;
    readonly firstDay: Temporal.PlainDate;
    readonly lastDay: Temporal.PlainDate;
  }[];
}

/** A certificate as it was given: by whom, when. */
export interface KeptCertificate extends CertifiedEnrolments {
  readonly by: string;
  readonly at: Temporal.Instant;
}

/** Keeps what the certificate of a request says: later changes of the file change nothing of it. */
export async function keepCertificate(
  writes: Writes,
  { actor, now }: Pick<SignedInVisit, "actor" | "now">,
  requestId: Id<"request">,
  said: CertifiedEnrolments,
): Promise<void> {
  await writes.run(
    "requests_keep_certificate",
    `insert into request_certificate (request_id, said, by_label, at) values ($1, $2, $3, $4)
     on conflict (request_id) do nothing`,
    [requestId, JSON.stringify(said), actor.name, now.toString()],
  );
}

const day = z.iso.date().transform((text) => Temporal.PlainDate.from(text));
const saidFormat = z.object({
  child: z.string(),
  bornOn: day.nullable(),
  lines: z.array(z.object({ activity: z.string(), firstDay: day, lastDay: day })),
});

/** The certificate that a request gave; undefined where it gave none. */
export async function certificateOf(
  reads: Reads,
  requestId: Id<"request">,
): Promise<KeptCertificate | undefined> {
  const row = await reads.row<{ said: unknown; by: string; at: Temporal.Instant }>(
    "requests_certificate",
    `select said, by_label as by, at from request_certificate where request_id = $1`,
    [requestId],
  );
  return row === undefined ? undefined : { ...saidFormat.parse(row.said), by: row.by, at: row.at };
}
