import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "./test-database.ts";

let here: TestDatabase;
let there: TestDatabase;

beforeAll(async () => {
  [here, there] = await Promise.all([testDatabase(), testDatabase()]);
});

afterAll(async () => {
  await Promise.all([here.close(), there.close()]);
});

test("each test file has a database of its own, under the program's restricted role", async () => {
  await here.database.write((writes) =>
    writes.run("test_site", "insert into site (name, commune) values ('Cantine', 'Rue')"),
  );
  const count = (one: TestDatabase) =>
    one.database.read((reads) =>
      reads.row<{ sites: number; role: string }>(
        "test_count",
        "select count(*) as sites, current_user::text as role from site",
      ),
    );
  expect(await count(here)).toEqual({ sites: 1, role: "preau_program" });
  expect(await count(there)).toEqual({ sites: 0, role: "preau_program" });
});
