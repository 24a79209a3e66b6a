import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { buildAccount } from "../../test/builders/account.ts";
import { issueChooseLink } from "./accounts/choose-link.ts";
import { identityNightJobs } from "./forget-old.ts";
import { rememberDevice } from "./sessions/known-devices.ts";
import { openSession } from "./sessions/open-session.ts";
import { newToken } from "./secrets/token.ts";
import { beginAttempt } from "./throttling/begin-attempt.ts";

let place: TestDatabase;

beforeAll(async () => {
  place = await testDatabase();
});
afterAll(() => place.close());

const start = Temporal.Instant.from("2026-11-12T08:00:00Z");

test("what signing in no longer needs is dropped at night, each in its time", async () => {
  const accountId = await buildAccount(place.database);
  await place.database.write(async (writes) => {
    const who = { email: "a@exemple.fr", address: "192.0.2.1", knownDevice: "device" };
    await beginAttempt(writes, who, start);
    await rememberDevice(writes, { token: newToken(), accountId, now: start });
    await openSession(writes, { accountId, agent: false, device: "", now: start });
    await issueChooseLink(writes, { accountId, validDays: 7, now: start });
  });
  const leftAfter = async (days: number) => {
    const now = start.add({ hours: days * 24 });
    for (const job of identityNightJobs) {
      await job.run({ authority: place.authority, database: place.database, now });
    }
    return place.database.read((reads) =>
      reads.row(
        "test_left",
        `select (select count(*) from sign_in_failure) as failures, (select count(*) from known_device) as devices,
                (select count(*) from signed_in_session) as sessions, (select count(*) from single_use_link) as links`,
      ),
    );
  };
  const all = { failures: 1, devices: 1, sessions: 1, links: 1 };
  expect(await leftAfter(2)).toEqual(all);
  expect(await leftAfter(3)).toEqual({ ...all, failures: 0 });
  expect(await leftAfter(60 + 30)).toEqual({ ...all, failures: 0 });
  expect(await leftAfter(60 + 31)).toEqual({ ...all, failures: 0, sessions: 0 });
  expect(await leftAfter(7 + 91)).toEqual({ failures: 0, devices: 1, sessions: 0, links: 0 });
  expect(await leftAfter(401)).toEqual({ failures: 0, devices: 0, sessions: 0, links: 0 });
});
