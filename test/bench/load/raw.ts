import { randomUUID } from "node:crypto";
import pg from "pg";

import { townId } from "../data/directory.ts";
import type { Town } from "../data/town.ts";
import type { TownServer } from "../figure.ts";
import { CLIENTS } from "./clients.ts";
import type { Sender } from "./load-form.ts";

/**
 * The bare statement: what `submitBookings` sends, prepared, by `pg` alone, a connection a client, as the
 * program's role. It writes the same rows: booking, counter, history, receipt, event.
 */
export async function rawSender(
  server: TownServer,
  town: Town,
  running: AsyncDisposableStack,
): Promise<Sender> {
  const role = server.role === null ? "" : `-c role=${server.role} `;
  const pool = new pg.Pool({
    connectionString: server.connectionString,
    max: CLIENTS,
    options: `${role}-c search_path=${town.schema}`,
  });
  // A connection that the server ends at its stop, after the last round, is nobody’s concern.
  pool.on("error", () => undefined);
  running.defer(() => pool.end());
  const authority = townId(town);
  return async ({ accountId, householdId, lines }) => {
    const now = Temporal.Now.instant();
    const answer = await pool.query<{ receipt: unknown }>({
      name: "submit_bookings",
      text: `select submit_bookings($1, $2, $3, $4, $5, $6, $7::uuid[], $8::uuid[], $9, $10, $11, $12,
                                    $13::text[], $14::uuid[], $15::uuid[], $16::smallint[], $17::smallint[]) as receipt`,
      values: [
        ...[
          authority,
          randomUUID(),
          accountId,
          "Claire Mesure",
          false,
          null,
          [householdId],
          [],
          false,
          false,
        ],
        ...[now.toString(), now.toZonedDateTimeISO("Europe/Paris").toPlainDate().toString()],
        lines.map((line) => line.act),
        lines.map((line) => line.participantId),
        lines.map((line) => line.slotId),
        lines.map(() => null),
        lines.map(() => null),
      ],
    });
    if (!Array.isArray(answer.rows[0]?.receipt)) throw new Error("The statement gave no receipt");
  };
}
