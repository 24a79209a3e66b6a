import { writeJournal, type SchemaDatabase } from "#platform";

import type { LookUpCause } from "./look-up.ts";

const LONGEST_ERROR = 300;

/**
 * A look-up that broke on our side, where nobody waits for it any more, leaves a line in the journal; the job asks again.
 * Never throws.
 */
export async function keepFailure(
  {
    database,
    now,
    ...from
  }: {
    readonly database: SchemaDatabase;
    readonly now: Temporal.Instant;
    /** Network address of the visitor, where there is one. */
    readonly address?: string;
  },
  { kind, id, cause }: { kind: "attempt" | "activation"; id: string; cause: LookUpCause },
  error: unknown,
): Promise<void> {
  const facts = { cause, error: String(error).slice(0, LONGEST_ERROR) };
  const { address } = from;
  await database
    .write((writes) =>
      writeJournal(writes, {
        at: now,
        accountId: null,
        byLabel: "Préau",
        act: "payments.look-up-failed",
        objectKind: kind,
        objectId: id,
        facts,
        ...(address === undefined ? {} : { address }),
      }),
    )
    // A database that is away fails both: there is nowhere left to write to.
    .catch(() => undefined);
}
