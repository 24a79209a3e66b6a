import pino from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";

import { smtpStandIn, type SmtpStandIn, testDatabase, type TestDatabase } from "#test";

import { type MailContext, type MailOffice, mailOffice } from "./mail-office.ts";
import { smtpTransport, type Transport } from "./transport.ts";
import { writeMessage } from "./write-message.ts";

const monday = Temporal.Instant.from("2026-11-09T10:00:00Z");
const silent = pino({ level: "silent" });

let home: TestDatabase;
let smtp: SmtpStandIn;
let transport: Transport;
let office: MailOffice;

beforeEach(async () => {
  [home, smtp] = await Promise.all([testDatabase(), smtpStandIn()]);
  transport = smtpTransport(smtp.url, {
    connectionTimeout: 1000,
    greetingTimeout: 1000,
    socketTimeout: 1000,
  });
  office = mailOffice({ transport, gateway: null, from: null, log: silent });
});

afterEach(async () => {
  transport.close();
  await Promise.all([home.close(), smtp.close()]);
});

const at = (now: Temporal.Instant, demonstration = false): MailContext => ({
  authority: { ...home.authority, demonstration },
  database: home.database,
  now,
});

/** Writes a message and returns its id. */
async function write(to = "claire.lefebvre@exemple.fr"): Promise<string> {
  await home.database.write((writes) =>
    writeMessage(writes, home.authority, {
      key: `test:${to}`,
      to,
      subject: "Vos réservations",
      content: { blocks: [{ kind: "paragraph", text: "Léa mange jeudi." }], signature: "La mairie" },
      at: monday,
    }),
  );
  return (await stateOf(to)).id;
}

interface Stored {
  id: string;
  state: string;
  attempts: number;
  last_answer: string | null;
  next_attempt: Temporal.Instant;
}

async function stateOf(to = "claire.lefebvre@exemple.fr"): Promise<Stored> {
  const row = await home.database.read((reads) =>
    reads.row<Stored>(
      "test_state",
      "select id, state, attempts, last_answer, next_attempt from outbox_message where to_address = $1",
      [to],
    ),
  );
  if (row === undefined) throw new Error(`no message to ${to}`);
  return row;
}

test("a message leaves once, in text and HTML, under its own Message-ID", async () => {
  const message = await write();
  await office.onWritten(at(monday), { message });
  await office.onWritten(at(monday), { message });
  await office.retry.run(at(monday.add({ hours: 1 })));

  expect(smtp.arrived).toHaveLength(1);
  const [{ to, data } = { to: "", data: "" }] = smtp.arrived;
  expect(to).toBe("claire.lefebvre@exemple.fr");
  expect(data).toContain(`Message-ID: <${message}@espace.exemple.fr>`);
  expect(data).toMatch(/^From: [^:]*<ne-pas-repondre@espace\.exemple\.fr>/m);
  expect(data).toContain("Auto-Submitted: auto-generated");
  expect(data).toContain("multipart/alternative");
  expect(data).toContain("L=C3=A9a mange jeudi.");
  expect(await stateOf()).toMatchObject({ state: "sent", attempts: 1, last_answer: "250 queued" });
});

test("two workers with the same message send it once", async () => {
  const message = await write();
  await Promise.all([1, 2, 3, 4].map(() => office.onWritten(at(monday), { message })));
  expect(smtp.arrived).toHaveLength(1);
});

test("a message written twice under one key is one message", async () => {
  await write();
  await write();
  await office.retry.run(at(monday));
  expect(smtp.arrived).toHaveLength(1);
});

test("a message whose transaction is lost was never written", async () => {
  const lost = home.database.write(async (writes) => {
    await writeMessage(writes, home.authority, {
      key: "test:lost",
      to: "personne@exemple.fr",
      subject: "Perdu",
      content: { blocks: [], signature: "La mairie" },
      at: monday,
    });
    throw new Error("the act failed");
  });
  await expect(lost).rejects.toThrow("the act failed");
  await expect(stateOf("personne@exemple.fr")).rejects.toThrow("no message");
});

test("« 451, later » is tried again when it is due, not before", async () => {
  const message = await write();
  smtp.answers.recipient = "451 greylisted, try later";
  await office.onWritten(at(monday), { message });
  expect(await stateOf()).toMatchObject({
    state: "waiting",
    attempts: 1,
    last_answer: "451 greylisted, try later",
    next_attempt: monday.add({ minutes: 1 }),
  });

  smtp.answers.recipient = "250 ok";
  await office.retry.run(at(monday.add({ seconds: 59 })));
  expect(smtp.arrived).toHaveLength(0);
  await office.retry.run(at(monday.add({ minutes: 1 })));
  expect(smtp.arrived).toHaveLength(1);
  expect(await stateOf()).toMatchObject({ state: "sent", attempts: 2 });
});

test("« 550, no such mailbox » ends the message, with a line in the journal; the others leave", async () => {
  const message = await write();
  smtp.answers.recipient = "550 no such mailbox";
  await office.onWritten(at(monday), { message });
  smtp.answers.recipient = "250 ok";
  await write("marc.dubois@exemple.fr");
  await office.retry.run(at(monday.add({ hours: 1 })));

  expect(smtp.arrived.map(({ to }) => to)).toEqual(["marc.dubois@exemple.fr"]);
  expect(await stateOf()).toMatchObject({
    state: "refused",
    attempts: 1,
    last_answer: "550 no such mailbox",
  });
  const journal = await home.database.read((reads) =>
    reads.rows("test_journal", "select act, object_id, facts from journal_entry"),
  );
  expect(journal).toEqual([
    { act: "messaging.refused", object_id: message, facts: { answer: "550 no such mailbox", attempts: 1 } },
  ]);
});

test.each([
  ["drops the connection", "drop"],
  ["never answers", "hang"],
] as const)("a server that %s costs one message an attempt, and no other", async (_name, answer) => {
  const message = await write();
  await write("marc.dubois@exemple.fr");
  smtp.answers.message = answer;
  await office.retry.run(at(monday));
  const states = await Promise.all([stateOf(), stateOf("marc.dubois@exemple.fr")]);
  expect(states.map(({ state }) => state)).toEqual(["waiting", "waiting"]);
  expect(states.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(1);

  smtp.answers.message = "250 queued";
  await office.retry.run(at(monday.add({ minutes: 1 })));
  expect(smtp.arrived).toHaveLength(2);
  expect(await stateOf()).toMatchObject({ id: message, state: "sent" });
});

test("a message is given up after two days without a server", async () => {
  await write();
  smtp.answers.recipient = "451 not today";
  let now = monday;
  for (let attempt = 1; attempt <= 17; attempt += 1) {
    await office.retry.run(at(now));
    now = (await stateOf()).next_attempt;
  }
  expect(await stateOf()).toMatchObject({ state: "refused", attempts: 17, last_answer: "451 not today" });
});

test("an address that hides a second one reaches neither", async () => {
  await write("claire@exemple.fr, marc@exemple.fr");
  await office.retry.run(at(monday));
  expect(smtp.arrived).toEqual([]);
  expect(await stateOf("claire@exemple.fr, marc@exemple.fr")).toMatchObject({ state: "refused" });
});

test("without a server, a demonstration keeps its messages; production leaves them until there is one", async () => {
  const message = await write();
  const without = mailOffice({ transport: null, gateway: null, from: null, log: silent });
  await without.onWritten(at(monday), { message });
  await without.retry.run(at(monday));
  expect(await stateOf()).toMatchObject({ state: "waiting", attempts: 0 });

  await office.retry.run(at(monday.add({ hours: 3 })));
  expect(smtp.arrived).toHaveLength(1);

  const second = await write("marc.dubois@exemple.fr");
  await without.onWritten(at(monday, true), { message: second });
  expect(await stateOf("marc.dubois@exemple.fr")).toMatchObject({ state: "kept", attempts: 0 });
});

test("signs and amounts keep to their line in the subject, the text and the HTML, whoever wrote the message", async () => {
  await home.database.write((writes) =>
    writeMessage(writes, home.authority, {
      key: "test:signs",
      to: "claire.lefebvre@exemple.fr",
      subject: "Place libre : répondez avant 12 h",
      content: {
        greeting: "Bonjour !",
        blocks: [
          { kind: "paragraph", text: "De 16 h 30 à 18 h : 3,20 €." },
          { kind: "list", title: "À faire :", items: ["« Repas » ; lundi ?"] },
          { kind: "link", label: "Voir : le reçu", href: "https://exemple.fr/?q=a : b" },
        ],
        signature: "La mairie : service familles",
      },
      at: monday,
    }),
  );
  const letter = await home.database.read((reads) =>
    reads.row<{ subject: string; text: string; html: string }>(
      "test_letter",
      "select subject, body_text as text, body_html as html from outbox_message",
    ),
  );
  expect(letter?.subject).toBe("Place libre\u00a0: répondez avant 12\u00a0h");
  expect(letter?.text.replaceAll("\u00a0", "~")).toBe(
    "Bonjour~!\n\nDe 16~h~30 à 18~h~: 3,20~€.\n\nÀ faire~:\n- «~Repas~»~; lundi~?\n\n" +
      "Voir~: le reçu~:\nhttps://exemple.fr/?q=a : b\n\n-- \nLa mairie~: service familles\n",
  );
  expect(letter?.html).toContain("De 16\u00a0h\u00a030 à 18\u00a0h\u00a0: 3,20\u00a0€.");
});
