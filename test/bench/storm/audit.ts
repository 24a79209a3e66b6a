import { useEmbeddedPostgres } from "#platform";

import { STORM_TOWN } from "../data/town.ts";
import { withClient } from "../server.ts";
import { atOnce } from "./at-once.ts";
import { readReceipt, type Answered } from "./send-wish.ts";

/** What the database and the receipts say after a storm. */
export interface Audit {
  overbooked: number;
  bookings: number;
  /** Slots whose counter is not the number of their bookings. */
  disagreeing: number;
  /** Acknowledged forms of which something is not found: the receipt, a booking, its history. */
  lost: readonly string[];
  /** Acknowledged forms whose receipt does not tell every refused line. */
  untold: readonly string[];
  refusedLines: number;
}

interface KeptForm {
  key: string;
  full: number;
  complete: boolean;
}

/** Looks at every slot, and at every acknowledged form through its family's receipt and in the database. */
export async function audit(dataDir: string, port: number, answered: readonly Answered[]): Promise<Audit> {
  const server = await useEmbeddedPostgres({ dataDir });
  if (!server.ok) throw new Error(server.refusal.sentence);
  try {
    return await withClient(server.value.connectionString, async (client) => {
      await client.query(`set search_path to "${STORM_TOWN.schema}"`);
      const slots = await client.query<{ places: number; taken: number; held: number }>(
        `select slot.places, slot.taken, count(booking.id)::int as held
         from slot left join booking on booking.slot_id = slot.id and booking.state = 'booked' group by slot.id`,
      );
      const forms = await client.query<KeptForm>(FORMS);
      const kept = new Map(forms.rows.map((form) => [form.key, form]));
      return {
        overbooked: slots.rows.reduce((sum, { places, held }) => sum + Math.max(0, held - places), 0),
        bookings: slots.rows.reduce((sum, { held }) => sum + held, 0),
        disagreeing: slots.rows.filter(({ taken, held }) => taken !== held).length,
        ...(await compareReceipts(port, answered, kept)),
      };
    });
  } finally {
    await server.value.release();
  }
}

async function compareReceipts(
  port: number,
  answered: readonly Answered[],
  kept: ReadonlyMap<string, KeptForm>,
) {
  const lost: string[] = [];
  const untold: string[] = [];
  let refusedLines = 0;
  await atOnce(answered, 20, async (form) => {
    const key = form.receipt.slice("/recus/".length);
    const told = await readReceipt(port, form);
    const own = kept.get(key);
    if (own === undefined || !own.complete || told === undefined) lost.push(key);
    else if (told !== own.full) untold.push(key);
    refusedLines += told ?? 0;
  });
  return { lost, untold, refusedLines };
}

/** Every form kept, its refused lines, and whether each booked line has its live booking and its history. */
const FORMS = `
  select form.key, count(*) filter (where line ->> 'outcome' = 'full')::int as full,
         bool_and(line ->> 'outcome' <> 'booked' or (booking.id is not null and history.id is not null)) as complete
  from submission form
  cross join jsonb_array_elements(form.lines) line
  left join booking on booking.participant_id = (line ->> 'participant')::uuid
    and booking.slot_id = (line ->> 'slot')::uuid and booking.state = 'booked'
  left join booking_history history on history.booking_id = booking.id and history.act = 'booked'
    and history.submission_key = form.key
  group by form.key`;
