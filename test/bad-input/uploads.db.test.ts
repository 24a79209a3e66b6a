import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { HOST, hostileTown, type Person } from "./hostile-town.ts";

let at: Awaited<ReturnType<typeof hostileTown>>;
beforeAll(async () => {
  at = await hostileTown();
}, 60_000);
afterAll(async () => {
  await at.app.close();
  await at.town.close();
});

const PATH = "/agent/paiements/releves";
const REPORT = "EN-TETE;123456;10/11/2026\nLIGNE;DATE;REFDET;MONTANT\nPIED-DE-PAGE;0;0,00\n";

type Part = readonly [name: string, value: string | Buffer, file?: string];

function multipart(parts: readonly Part[], mark = "----marque") {
  const pieces = parts.flatMap(([name, value, file]) => [
    `--${mark}\r\nContent-Disposition: form-data; name="${name}"${file === undefined ? "" : `; filename="${file}"\r\nContent-Type: text/csv`}\r\n\r\n`,
    value,
    "\r\n",
  ]);
  return Buffer.concat([...pieces, `--${mark}--\r\n`].map((piece) => Buffer.from(piece)));
}

async function send(
  person: Person | null,
  body: Buffer | string,
  { type = "multipart/form-data; boundary=----marque", path = PATH } = {},
) {
  const cookie = person === null ? {} : { cookie: person.cookie };
  const headers = { host: HOST, ...cookie, "content-type": type };
  return at.app.inject({ method: "POST", url: path, headers, payload: body });
}

const token = (person: Person) => decodeURIComponent(person.token());
const form = (person: Person, file: string | Buffer, name = "10.csv"): readonly Part[] => [
  ["formulaire", token(person)],
  ["cle", randomUUID()],
  ["fichier", file, name],
];

test("a report is taken from who may hand it in, and refused a second time with who did and when", async () => {
  const { administrator } = at.people;
  const taken = await send(administrator, multipart(form(administrator, REPORT, "../../etc/10\u0007.csv")));
  expect(taken.statusCode).toBe(303);
  const page = await at.app.inject({
    url: String(taken.headers.location),
    headers: { host: HOST, cookie: administrator.cookie },
  });
  expect(page.body).toMatch(/Relevé «\s10\.csv\s»/);
  const again = await send(administrator, multipart(form(administrator, REPORT, "autre.csv")));
  expect(again.statusCode).toBe(409);
  expect(again.body).toMatch(/a importé ce fichier le/);
});

test("who may not is turned away before a byte is read, and a form without its token changes nothing", async () => {
  const before = await at.content.now();
  const { administrator, claire, manager } = at.people;
  const large = Buffer.alloc(7 * 1024 * 1024, "x");
  for (const person of [claire, manager]) {
    const refused = await send(person, multipart(form(person, large)));
    expect(refused.statusCode).toBe(404);
  }
  expect((await send(null, multipart([["fichier", large, "x"]]))).statusCode).toBe(403);
  const stolen = await send(administrator, multipart(form(claire, REPORT)));
  expect(stolen.statusCode).toBe(403);
  expect(await at.content.now()).toBe(before);
});

test("bodies that are no form of ours are refused, and nothing changes", async () => {
  const before = await at.content.now();
  const { administrator: person } = at.people;
  const many = Array.from({ length: 120 }, (_, n): Part => [`a${n}`, "1"]);
  for (const [what, status, body, told] of [
    ["no boundary", 400, multipart(form(person, REPORT)), { type: "multipart/form-data" }],
    ["another boundary", 400, multipart(form(person, REPORT), "----autre"), {}],
    ["cut", 400, multipart(form(person, REPORT)).subarray(0, 300), {}],
    ["empty", 400, "", {}],
    ["fields by the dozen", 403, multipart([...many, ...form(person, REPORT)]), {}],
    ["too large", 422, multipart(form(person, Buffer.alloc(9 * 1024 * 1024, "x"))), {}],
    ["no file", 422, multipart(form(person, REPORT).slice(0, 2)), {}],
    ["an empty file", 422, multipart(form(person, "")), {}],
    ["a text for a file", 422, multipart([...form(person, REPORT).slice(0, 2), ["fichier", REPORT]]), {}],
    ["two files", 422, multipart([...form(person, REPORT), ["fichier", REPORT, "b.csv"]]), {}],
    ["a prototype", 403, multipart([["__proto__", token(person)]]), {}],
    [
      "a page that takes no file",
      400,
      multipart(form(person, REPORT)),
      { path: "/agent/paiements/reglages" },
    ],
  ] as const) {
    const answer = await send(person, body, told);
    expect([what, answer.statusCode]).toEqual([what, status]);
    expect(answer.body).toContain('<html lang="fr"');
  }
  expect(await at.content.now()).toBe(before);
});
