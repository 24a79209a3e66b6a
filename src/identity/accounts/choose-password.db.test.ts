import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { buildAccount } from "../../../test/builders/account.ts";
import { openSession } from "../sessions/open-session.ts";
import { liveSessions } from "../sessions/list-sessions.ts";
import { issueChooseLink } from "./choose-link.ts";
import { choosePassword } from "./choose-password.ts";
import { createAccount } from "./create-account.ts";
import { renewChooseLink } from "./renew-link.ts";

let place: TestDatabase;
let accountId: Id<"account">;
let count = 0;

beforeAll(async () => {
  place = await testDatabase();
});
afterAll(() => place.close());
beforeEach(async () => {
  count += 1;
  accountId = await buildAccount(place.database, { email: `claire${count}@exemple.fr` });
});

const now = Temporal.Instant.from("2026-11-12T08:00:00Z");
const password = "cinq mots sans lien aucun";
const link = async () => {
  const path = await place.database.write((writes) =>
    issueChooseLink(writes, { accountId, validDays: 7, now }),
  );
  return path.replace("/mot-de-passe/", "");
};
const choose = (token: string, chosen = password, at = now) =>
  choosePassword(place.database, { token, password: chosen, address: "192.0.2.1", now: at });

test("of ten people who use one link at once, exactly one chooses", async () => {
  const token = await link();
  const all = await Promise.all(Array.from({ length: 10 }, (_, n) => choose(token, `${password} ${n}`)));
  expect(all.filter(({ ok }) => ok)).toHaveLength(1);
  for (const one of all) if (!one.ok) expect(one.refusal).toEqual({ code: "link", link: { state: "used" } });
});

test("a new password ends every session and forgets every device", async () => {
  const { token: session } = await place.database.write((writes) =>
    openSession(writes, { accountId, agent: false, device: "", now }),
  );
  expect(await choose(await link())).toMatchObject({ ok: true });
  const live = await place.database.read((reads) => liveSessions(reads, { accountId, token: session, now }));
  expect(live).toEqual([]);
});

test("a link that was used, has expired, was replaced or never was says which", async () => {
  const replaced = await link();
  const token = await link();
  const expired = { code: "link", link: { state: "expired" } };
  expect(await choose(replaced)).toMatchObject({ refusal: expired });
  expect(await choose(token, password, now.add({ hours: 7 * 24 }))).toMatchObject({ refusal: expired });
  expect(await choose(token)).toMatchObject({ ok: true });
  expect(await choose(token)).toMatchObject({ refusal: { link: { state: "used" } } });
  for (const nonsense of ["", "abc", "A".repeat(43), "' or 1=1", "\u0000"]) {
    expect(await choose(nonsense)).toEqual({
      ok: false,
      refusal: { code: "link", link: { state: "unknown" } },
    });
  }
});

test("a password that is refused leaves the link open", async () => {
  const token = await link();
  expect(await choose(token, "court")).toMatchObject({
    refusal: { code: "password", why: { code: "too-short" } },
  });
  expect(await choose(token)).toMatchObject({ ok: true });
});

test("an address has one account, whatever its case", async () => {
  const again = await place.database.write((writes) =>
    createAccount(writes, { email: `CLAIRE${count}@exemple.fr`, name: "Autre", passwordHash: null, now }),
  );
  expect(again).toEqual({ ok: false, refusal: { code: "email-taken" } });
});

test("the technician renews a link for a known address only", async () => {
  const renew = (email: string) =>
    place.database.write((writes) => renewChooseLink(writes, { email, byLabel: "preau", now }));
  expect(await renew("personne@exemple.fr")).toEqual({ ok: false, refusal: { code: "unknown-email" } });
  const renewed = await renew(`Claire${count}@exemple.fr`);
  if (!renewed.ok) throw new Error("renewed");
  expect(await choose(renewed.value.path.replace("/mot-de-passe/", ""))).toMatchObject({ ok: true });
});
