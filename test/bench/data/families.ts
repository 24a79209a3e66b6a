import { CHILDREN, type Town } from "./town.ts";

/**
 * Households 1 to n, each with two parents (2n - 1 and 2n), three children (3n - 2 to 3n) and an account of the
 * first parent. One statement a table.
 */
export function familyStatements({ households }: Pick<Town, "households">): readonly string[] {
  return [
    `insert into household (id, label, address_line, postcode, commune, search_key, created_at)
     select pg_temp.bench_id('household', n), 'Famille Mesure ' || n, n || ' rue des Tilleuls', '80120', 'Rue',
            'mesure ' || n, now()
     from generate_series(1, ${households}) n`,
    `insert into guardian (id, civility, last_name, first_name, email, search_key, created_at)
     select pg_temp.bench_id('guardian', n), 'Mme', 'Mesure', 'Claire', 'famille' || n || '@exemple.fr',
            'mesure claire', now()
     from generate_series(1, ${households * 2}) n`,
    `insert into household_guardian (household_id, guardian_id)
     select pg_temp.bench_id('household', (n + 1) / 2), pg_temp.bench_id('guardian', n)
     from generate_series(1, ${households * 2}) n`,
    `insert into participant (id, kind, last_name, first_name, birth_date, search_key, created_at)
     select pg_temp.bench_id('participant', n), 'child', 'Mesure', (array['Louise', 'Jules', 'Rose'])[1 + n % 3],
            date '2018-01-01' + (n % 1500)::int, 'mesure', now()
     from generate_series(1, ${households * CHILDREN}) n`,
    `insert into household_participant (household_id, participant_id, colour)
     select pg_temp.bench_id('household', (n + 2) / 3), pg_temp.bench_id('participant', n), 1 + n % 3
     from generate_series(1, ${households * CHILDREN}) n`,
    `insert into schooling (participant_id, school_year, school_name, level, class_name)
     select pg_temp.bench_id('participant', n), '2026-2027', 'École', 'CE1', 'CE1 A'
     from generate_series(1, ${households * CHILDREN}) n`,
    `insert into account (id, email, display_name, created_at)
     select pg_temp.bench_id('account', n), 'famille' || n || '@exemple.fr', 'Claire Mesure', now()
     from generate_series(1, ${households}) n`,
    `insert into account_guardian (account_id, guardian_id)
     select pg_temp.bench_id('account', n), pg_temp.bench_id('guardian', 2 * n - 1)
     from generate_series(1, ${households}) n`,
  ];
}
