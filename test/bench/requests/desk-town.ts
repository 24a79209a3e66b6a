import type { ClientBase } from "pg";

import { createTown } from "../data/directory.ts";
import { familyStatements } from "../data/families.ts";
import { BENCH_ID_FUNCTION } from "../data/ids.ts";
import { offerStatements } from "../data/offer.ts";
import { openSessions } from "../data/sessions.ts";
import type { Town } from "../data/town.ts";
import { vacuumWritten } from "../data/vacuum-written.ts";

/** Kinds of requests, agents who deal with them, communes of the households. */
const DESK = { kinds: 12, agents: 12, communes: 40 } as const;
/** One request in so many is open. */
const OPEN_IN = 10;
/** The agent whose pages are measured: the account of this household, as an administrator. */
export const AGENT = 17;

/**
 * A town with so many requests over three years, one in ten of them open: of every kind, commune and site, some urgent,
 * late or nobody's.
 */
export async function fillDesk(
  client: ClientBase,
  town: Town,
  requests: number,
  now: Temporal.Instant,
): Promise<void> {
  const today = now.toZonedDateTimeISO("Europe/Paris").toPlainDate().toString();
  await client.query("set session_replication_role = replica");
  await client.query(BENCH_ID_FUNCTION);
  await createTown(client, town, now);
  const statements = [...familyStatements(town), ...offerStatements(town, today), ...desk(town, requests)];
  for (const statement of statements) await client.query(statement);
  await openSessions(client, town);
  await vacuumWritten(client);
  await client.query("checkpoint");
}

const FORM = `{"steps": [{"name": "sujet", "title": "Sujet", "fields": [{"name": "sujet", "label": "Sujet", "type": "text"}]}]}`;

function desk({ households, canteens }: Town, requests: number): readonly string[] {
  return [
    `update household set commune = 'Commune ' || abs(hashtext(id::text)) % ${DESK.communes}`,
    `insert into agent_role (account_id, role, site_id)
     select pg_temp.bench_id('account', n), 'administrator', null
     from generate_series(${AGENT}, ${AGENT + DESK.agents - 1}) n`,
    `insert into request_kind (id, effect, label, lead, department, department_address, department_email, department_phone,
                               silence, silence_months, expected_days, appeal, draft_days, edited_form, position,
                               by_label, at)
     select pg_temp.bench_id('request-kind', n), 'question', 'Démarche ' || n, 'Mesure', 'Service enfance', '80120 Rue',
            'enfance@exemple.fr', '0353018010', 'accepted', 2, 15, 'Le tribunal.', 180, '${FORM}', n, 'Mesures', now()
     from generate_series(1, ${DESK.kinds}) n`,
    `insert into request_form (id, kind_id, number, form, by_label, at)
     select pg_temp.bench_id('request-form', n), pg_temp.bench_id('request-kind', n), 1, '${FORM}', 'Mesures', now()
     from generate_series(1, ${DESK.kinds}) n`,
    `insert into request (id, kind_id, form_id, household_id, guardian_id, account_id, by_label, state, answers, known,
                          started_at, moved_at, awaits_reply, taken_by_id, taken_by_label, expected_on, silence_on,
                          urgent, concerns, commune)
     select pg_temp.bench_id('request', n), pg_temp.bench_id('request-kind', kind), pg_temp.bench_id('request-form', kind),
            home.id, pg_temp.bench_id('guardian', 2 * household - 1), pg_temp.bench_id('account', household),
            'Claire Mesure',
            case when n % ${OPEN_IN} = 0 then (array['submitted', 'under_review', 'more_needed'])[1 + n / 10 % 3]
                 else (array['accepted', 'accepted', 'refused', 'withdrawn'])[1 + n % 4] end,
            '{}', '{}', received, received + interval '3 days', n % 30 = 0,
            case when n % 50 <> 0 then pg_temp.bench_id('account', agent) end,
            case when n % 50 <> 0 then 'Agent ' || agent end,
            received::date + 15, received::date + 61, n % 200 = 0,
            array[pg_temp.bench_id('activity', canteen), pg_temp.bench_id('site', canteen)], home.commune
     from generate_series(1, ${requests}) n
     cross join lateral (
       select 1 + abs(hashtext('k' || n)) % ${DESK.kinds} as kind,
              1 + abs(hashtext('h' || n)) % ${households} as household,
              ${AGENT} + abs(hashtext('a' || n)) % ${DESK.agents} as agent,
              1 + abs(hashtext('c' || n)) % ${canteens} as canteen,
              now() - make_interval(
                hours => case when n % ${OPEN_IN} = 0 then abs(hashtext('d' || n)) % 1200
                              else abs(hashtext('d' || n)) % 26000 end) as received
     ) as drawn
     join household home on home.id = pg_temp.bench_id('household', household)`,
    `insert into request_submission (request_id, number, answers, known, department, department_address, department_email,
                                     department_phone, silence, silence_months, silence_on, expected_on, appeal, at)
     select id, 1, '{"sujet": "Mesure"}', '{}', 'Service enfance', '80120 Rue', 'enfance@exemple.fr', '0353018010',
            'accepted', 2, silence_on, expected_on, 'Le tribunal.', started_at
     from request`,
  ];
}
