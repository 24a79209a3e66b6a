import pino from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";

import { gatewayStandIn, type GatewayStandIn, testDatabase, type TestDatabase } from "#test";

import { type MailContext, type MailOffice, mailOffice } from "./mail-office.ts";
import { smsGateway } from "./sms-gateway.ts";
import { troubledMessages } from "./troubled-messages.ts";
import { writeTexts } from "./write-text.ts";

const monday = Temporal.Instant.from("2026-11-09T10:00:00Z");
const silent = pino({ level: "silent" });

let home: TestDatabase;
let gateway: GatewayStandIn;
let office: MailOffice;

beforeEach(async () => {
  [home, gateway] = await Promise.all([testDatabase(), gatewayStandIn()]);
  const carried = smsGateway({ url: gateway.url, secret: "secret-de-test", sender: "MAIRIE" }, 500);
  office = mailOffice({ transport: null, gateway: carried, from: null, log: silent });
});
afterEach(() => Promise.all([home.close(), gateway.close()]));

const at = (now: Temporal.Instant, demonstration = false): MailContext => ({
  authority: { ...home.authority, demonstration },
  database: home.database,
  now,
});

async function write(key = "un", worthlessAfter?: Temporal.Instant): Promise<string> {
  const limit = worthlessAfter === undefined ? {} : { worthlessAfter };
  await home.database.write((writes) =>
    writeTexts(writes, home.authority, [
      { key, to: "+33612345678", text: "L’école est fermée jeudi.", at: monday, ...limit },
    ]),
  );
  const row = await home.database.read((reads) =>
    reads.row<{ id: string }>("test_text_id", "select id from outbox_message where key = $1", [key]),
  );
  return row?.id ?? "";
}

const stateOf = (id: string) =>
  home.database.read((reads) =>
    reads.row(
      "test_text_state",
      "select state, attempts, last_answer as answer, next_attempt as next from outbox_message where id = $1",
      [id],
    ),
  );

test("a text leaves once, with the secret, the sender and plain signs; what is written twice is one", async () => {
  const message = await write();
  await write();
  await office.onWritten(at(monday), { message });
  await office.onWritten(at(monday), { message });
  await office.retry.run(at(monday.add({ hours: 1 })));
  expect(gateway.arrived).toEqual([
    {
      key: message,
      authorization: "Bearer secret-de-test",
      from: "MAIRIE",
      to: "+33612345678",
      text: "L'école est fermée jeudi.",
    },
  ]);
  expect(await stateOf(message)).toMatchObject({ state: "sent", attempts: 1, answer: '202 {"etat":" vu"}' });
});

test("cut after the gateway took it, it is sent again under the same key: one text message", async () => {
  const message = await write();
  gateway.answer = "drop";
  await office.onWritten(at(monday), { message });
  expect(await stateOf(message)).toMatchObject({ state: "waiting", attempts: 1 });
  gateway.answer = 202;
  await office.retry.run(at(monday.add({ minutes: 1 })));
  expect(await stateOf(message)).toMatchObject({ state: "sent", attempts: 2 });
  expect(gateway.asked).toBe(2);
  expect(gateway.arrived).toHaveLength(1);
});

test.each([
  ["down", 503],
  ["without credit", 402],
  ["slow", "hang"],
] as const)(
  "a gateway that is %s costs one text an attempt, and no other; agents see it",
  async (_how, answer) => {
    const ids = [await write("un"), await write("deux")];
    gateway.answer = answer;
    await office.retry.run(at(monday));
    const states = await Promise.all(ids.map(stateOf));
    expect(states.toSorted(byAttempts)).toMatchObject([
      { state: "waiting", attempts: 0 },
      { state: "waiting", attempts: 1, next: monday.add({ minutes: 1 }) },
    ]);
    const troubled = await home.database.read((reads) =>
      troubledMessages(reads, { since: monday, most: 10 }),
    );
    expect(troubled).toMatchObject([{ channel: "sms", to: "+33612345678", state: "waiting", attempts: 1 }]);
  },
);

const byAttempts = (a: object | undefined, b: object | undefined) =>
  Number(Object(a).attempts) - Number(Object(b).attempts);

test("a number that the gateway refuses is refused for good, with a line in the journal", async () => {
  const message = await write();
  gateway.answer = 422;
  await office.onWritten(at(monday), { message });
  expect(await stateOf(message)).toMatchObject({
    state: "refused",
    attempts: 1,
    answer: '422 {"etat":" vu"}',
  });
  const journal = await home.database.read((reads) =>
    reads.rows("test_text_journal", "select act, object_id from journal_entry"),
  );
  expect(journal).toEqual([{ act: "messaging.refused", object_id: message }]);
});

test("a code that has expired is not sent", async () => {
  const message = await write("code", monday.add({ minutes: 10 }));
  await office.onWritten(at(monday.add({ minutes: 11 })), { message });
  expect(gateway.asked).toBe(0);
  expect(await stateOf(message)).toMatchObject({ state: "refused", attempts: 0 });
});

test("without a gateway, a demonstration keeps its texts; production leaves them until there is one", async () => {
  const message = await write();
  const without = mailOffice({ transport: null, gateway: null, from: null, log: silent });
  await without.onWritten(at(monday), { message });
  await without.retry.run(at(monday));
  expect(await stateOf(message)).toMatchObject({ state: "waiting", attempts: 0 });
  await without.onWritten(at(monday, true), { message });
  expect(await stateOf(message)).toMatchObject({ state: "kept" });
});
