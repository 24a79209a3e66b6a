import type { Background } from "#identity";
import type { SchemaDatabase } from "#platform";
import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { agentWith } from "../../../test/builders/actors.ts";
import { buildCanteen } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { askingOf, keptDocument } from "../../../test/builders/request.ts";
import { visitTo } from "../../../test/builders/visit.tsx";
import type { Durations } from "../rules/durations.ts";
import { changeDurations, durationsOn } from "./durations-on.ts";
import { eraseOld } from "./erase-old.ts";
import { lastErased, toErase } from "./read-retention.ts";

let town: TestDatabase;
let home: Household;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());
beforeEach(async () => {
  home = await town.database.write((writes) => buildHousehold(writes, { children: ["Lina", "Hugo"] }));
  await town.database.write((writes) =>
    writes
      .run("test_no_night", `delete from retention_line where true`)
      .then(() => writes.run("test_no_run", `delete from retention_run where true`)),
  );
});

const NONE = {
  health: null,
  persons: null,
  documents: null,
  requests: null,
  messages: null,
  files: null,
  journal: null,
} satisfies Durations;

const at = (day: string): Background => ({
  authority: town.authority,
  database: town.database,
  now: Temporal.Instant.from(`${day}T00:55:00Z`),
});
const keep = (durations: Partial<Durations>) =>
  changeDurations(
    {
      ...visitTo(town),
      actor: agentWith(["settings.write"]),
      now: Temporal.Instant.from("2026-09-02T08:00:00Z"),
    },
    Temporal.PlainDate.from("2026-09-02"),
    { ...NONE, exportDays: 7, ...durations },
  );
const count = async (name: string, sql: string, values: readonly string[] = []): Promise<number> =>
  (await town.database.read((reads) => reads.row<{ count: number }>(name, sql, values)))?.count ?? -1;
const run = (name: string, sql: string, values: readonly (string | number)[] = []) =>
  town.database.write((writes) => writes.run(name, sql, values));

async function healthOf(child: number, { updated, until }: { updated: string; until: string | null }) {
  await run(
    "test_record",
    `insert into health_record (participant_id, allergies, has_pai, pai_until, pai_instructions, by_label, updated_at)
     values ($1, 'Arachide', true, nullif($2, '')::date, 'Stylo', 'Claire', $3)`,
    [home.children[child]?.id ?? "", until ?? "", `${updated}T08:00:00Z`],
  );
}
const records = () =>
  count(
    "test_records",
    `select count(*)::int as count from health_record where participant_id = any ($1::uuid[])`,
    [`{${home.children.map(({ id }) => id).join(",")}}`],
  );

test("health goes at the end of its school year, not what was seen to since or still holds; nothing without a duration", async () => {
  await healthOf(0, { updated: "2027-06-01", until: "2027-08-31" });
  await healthOf(1, { updated: "2027-06-01", until: "2028-06-30" });
  await keep({});
  await eraseOld(at("2027-09-01"));
  expect(await records()).toBe(2);
  await keep({ health: 0 });
  await eraseOld(at("2027-08-31"));
  expect(await records()).toBe(2);
  const [preview] = await town.database.read(async (reads) =>
    toErase(reads, await durationsOn(reads, Temporal.PlainDate.from("2027-09-01")), at("2027-09-01").now),
  );
  expect([preview?.kind.code, preview?.count, preview?.before?.toString()]).toEqual([
    "health-records",
    1,
    "2027-09-01",
  ]);
  await eraseOld(at("2027-09-01"));
  expect(await records()).toBe(1);
  expect(await town.database.read(lastErased)).toMatchObject([
    { kind: "health-records", erased: 1, unfinished: false },
  ]);
  expect(
    await count(
      "test_erased_line",
      `select count(*)::int as count from journal_entry where act = 'privacy.erased'`,
    ),
  ).toBeGreaterThan(0);
});

test("documents of health go with their versions and keys; one that holds still, and a judgment, stay", async () => {
  const [lina] = home.children;
  const over = await keptDocument(town, home, "Certificat médical", lina?.id ?? null);
  const holds = await keptDocument(town, home, "Projet d’accueil individualisé (PAI)", lina?.id ?? null);
  const judgment = await keptDocument(town, home, "Jugement sur l’autorité parentale ou la résidence", null);
  await run("test_holds", `update document_version set valid_until = '2028-06-30' where id = $1`, [holds]);
  await keep({ health: 0, documents: 12 });
  await eraseOld(at("2027-09-01"));
  const left = await town.database.read((reads) =>
    reads.rows<{ id: string }>(
      "test_left_versions",
      `select id from document_version where id = any ($1::uuid[]) order by id`,
      [[over, holds, judgment]],
    ),
  );
  expect(left.map(({ id }) => id)).toEqual([holds, judgment].toSorted());
});

test("a closed request loses what was said in it and by whom, and keeps that it was", async () => {
  const asking = await askingOf(town, home, { model: "question", rights: ["families.read"] });
  const sent = await asking.send({ sujet: "autre", question: "Mon secret ?", joindre: "non" });
  await asking.accept(sent, { said: "Notre réponse." });
  const open = await asking.send({ sujet: "autre", question: "En cours ?", joindre: "non" });
  await keep({ requests: 12 });
  await eraseOld(at("2027-12-10"));
  expect(await said(sent)).toContain("secret");
  await eraseOld(at("2027-12-11"));
  const told = await said(sent);
  for (const word of ["secret", "réponse", "Claire"]) expect(told).not.toContain(word);
  expect(told).toContain("accepted");
  expect(await said(open)).toContain("En cours");
});
const said = async (requestId: string): Promise<string> =>
  (
    await town.database.read((reads) =>
      reads.row<{ said: string }>(
        "test_said_in_request",
        `select (select string_agg(to_jsonb(s)::text, ' ') from request_submission s where s.request_id = r.id)
                || (select string_agg(to_jsonb(h)::text, ' ') from request_history h where h.request_id = r.id)
                || to_jsonb(r)::text as said
         from request r where r.id = $1`,
        [requestId],
      ),
    )
  )?.said ?? "";

test("a family that no longer comes loses its name; not one that owes, was enrolled since, or is of another home too", async () => {
  const [gone, owing, enrolled, shared] = await town.database.write(async (writes) => {
    const rue = await buildCanteen(writes, { dates: [] });
    const homes = [
      await buildHousehold(writes, { lastName: "Parti" }),
      await buildHousehold(writes, { lastName: "Débiteur" }),
      await buildHousehold(writes, { lastName: "Inscrit", enrolledIn: [rue], enrolledUntil: "2027-07-02" }),
    ] as const;
    const other = await buildHousehold(writes, {
      lastName: "Seconde",
      sharedChildren: homes[0].children,
      enrolledIn: [rue],
      enrolledUntil: "2028-07-02",
    });
    await writes.run("test_known_long", `update household set created_at = '2024-01-01'`);
    await writes.run(
      "test_owes",
      `insert into ledger_entry (household_id, guardian_id, kind, amount_cents, day, source_id, at)
       values ($1, $2, 'refund', 500, '2024-02-01', gen_random_uuid(), now())`,
      [homes[1].id, homes[1].guardians[0]?.id ?? ""],
    );
    return [...homes, other];
  });
  await keptDocument(town, gone ?? home, "Justificatif de domicile");
  await keep({ files: 24 });
  await eraseOld(at("2029-07-02"));
  const people = await town.database.read((reads) =>
    reads.rows<{ house: string; adult: string; child: string }>(
      "test_who_is_left",
      `select h.label as house, g.last_name as adult, p.first_name as child
       from unnest($1::uuid[]) with ordinality as asked (id, position)
       join household h on h.id = asked.id
       join household_guardian hg on hg.household_id = h.id join guardian g on g.id = hg.guardian_id
       join household_participant hp on hp.household_id = h.id join participant p on p.id = hp.participant_id
       order by position`,
      [[gone?.id ?? "", owing?.id ?? "", enrolled?.id ?? "", shared?.id ?? ""]],
    ),
  );
  const told = people.map(({ house, adult, child }) => `${house}, ${adult}, ${child}`);
  // Its child is of another home, which stays, and keeps the name that it has there.
  expect(told[0]).toBe("Foyer effacé, effacé, Lina");
  expect(told.slice(1).some((line) => line.includes("effacé"))).toBe(false);
  expect(
    await count("test_their_documents", `select count(*)::int as count from document where owner_id = $1`, [
      gone?.id ?? "",
    ]),
  ).toBe(0);
});

test("a night that is cut short has counted what it erased, and goes on when it is tried again", async () => {
  await run(
    "test_messages",
    `insert into outbox_message (key, to_address, subject, body_text, body_html, written_at, state, next_attempt, settled_at)
     select 'old ' || n, 'a@exemple.fr', '', '', '', '2026-01-01', 'sent', '2026-01-01', '2026-01-01'
     from generate_series(1, 1200) n`,
  );
  await keep({ messages: 6 });
  const left = () =>
    count("test_messages_left", `select count(*)::int as count from outbox_message where key like 'old %'`);
  let writes = 0;
  const cut: SchemaDatabase = {
    ...town.database,
    // The run, its first part, then the program is killed in the second.
    write: (work) => {
      writes += 1;
      return town.database.write(async (handle) => {
        const done = await work(handle);
        if (writes === 3) throw new Error("killed");
        return done;
      });
    },
  };
  await expect(eraseOld({ ...at("2027-01-10"), database: cut })).rejects.toThrow("killed");
  expect(await left()).toBe(700);
  expect(await town.database.read(lastErased)).toMatchObject([
    { kind: "messages", erased: 500, unfinished: true },
  ]);
  await eraseOld(at("2027-01-10"));
  await eraseOld(at("2027-01-10"));
  expect(await left()).toBe(0);
  expect(await town.database.read(lastErased)).toMatchObject([
    { kind: "messages", erased: 1200, unfinished: false },
  ]);
});

test("whole months of the journal go, and never the last six", async () => {
  const old = () =>
    count("test_old_journal", `select count(*)::int as count from journal_entry where at < '2025-06-01'`);
  await run(
    "test_journal_line",
    `insert into journal_entry (at, by_label, act) values ('2025-05-31T23:00:00Z', 'Test', 'test.done')`,
  );
  await keep({ journal: 12 });
  await eraseOld(at("2026-05-31"));
  expect(await old()).toBe(1);
  await eraseOld(at("2026-10-02"));
  expect(await old()).toBe(0);
  await expect(run("test_too_soon", `select platform_forget_journal(current_date)`)).rejects.toThrow(
    "six months",
  );
  const erased = run("test_not_by_hand", `delete from journal_entry where act = 'privacy.erased'`);
  await expect(erased).rejects.toThrow();
});
