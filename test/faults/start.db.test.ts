import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";

import { projectRoot } from "#platform";
import { emptyDatabase } from "#test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { benchToken } from "../bench/data/sessions.ts";
import { STORM_TOWN } from "../bench/data/town.ts";
import { formFields } from "../bench/program/form.ts";
import { connectHttp } from "../bench/program/http-client.ts";
import { processTree } from "../bench/program/processes.ts";
import { freePort, startProgram } from "../bench/program/program.ts";
import { readReceipt, sendWish } from "../bench/storm/send-wish.ts";
import { stormWishes } from "../bench/storm/wishes.ts";
import { fillServer } from "../bench/towns.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "preau-start-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `preau start` to its end: for a start that is refused. */
async function refusedStart(env: Readonly<Record<string, string>>) {
  const program = spawn(process.execPath, [join(projectRoot, "bin", "preau"), "start"], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [[code], said, complained] = await Promise.all([
    once(program, "exit"),
    text(program.stdout),
    text(program.stderr),
  ]);
  return { code: Number(code), said, lines: complained.trim().split("\n") };
}

describe("a start that cannot be says one line, ends with 1 and changes nothing", () => {
  test("the port is taken", async () => {
    const holder = createServer().listen(0);
    await once(holder, "listening");
    const address = holder.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const dataDir = join(folder, "taken");
    const { code, said, lines } = await refusedStart({ PORT: port, DATA_DIR: dataDir });
    holder.close();
    expect({ code, said, lines }).toEqual({
      code: 1,
      said: "",
      lines: [expect.stringContaining(`Le port ${port} est déjà pris`)],
    });
    expect(existsSync(dataDir)).toBe(false);
  });

  test("the data folder is a file", async () => {
    const dataDir = join(folder, "file");
    writeFileSync(dataDir, "mine");
    const { code, lines } = await refusedStart({ PORT: String(await freePort()), DATA_DIR: dataDir });
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringContaining(dataDir)] });
    expect(readdirSync(folder)).toContain("file");
  });

  test("the data folder lies where nobody can write", async () => {
    const dataDir = "/proc/preau/data";
    const { code, lines } = await refusedStart({ PORT: String(await freePort()), DATA_DIR: dataDir });
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringContaining(dataDir)] });
  });

  test("a setting is no port, and the data folder holds something else", async () => {
    const dataDir = join(folder, "photos");
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, "vacances.jpg"), "x");
    const before = readdirSync(dataDir);
    const { code, lines } = await refusedStart({ PORT: "99999", DATA_DIR: dataDir });
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringContaining("PORT")] });
    expect(readdirSync(dataDir)).toEqual(before);
  });

  test.each([
    ["no server answers", () => `postgres://nobody@127.0.0.1:1/none`],
    ["an address that is none", () => "mysql://localhost/none"],
  ])("DATABASE_URL: %s", async (_name, url) => {
    const dataDir = join(folder, "unused");
    const env = { PORT: String(await freePort()), DATA_DIR: dataDir, DATABASE_URL: url() };
    const { code, said, lines } = await refusedStart(env);
    expect({ code, said, lines }).toEqual({
      code: 1,
      said: "",
      lines: [expect.stringContaining("DATABASE_URL")],
    });
    expect(existsSync(dataDir)).toBe(false);
  });

  test("DATABASE_URL: a database or a secret that is not the server's", async () => {
    const empty = await emptyDatabase();
    try {
      const wrong = empty.url.replace(/\/[^/?]+(\?|$)/, "/no_such_database$1");
      const { code, lines } = await refusedStart({ PORT: String(await freePort()), DATABASE_URL: wrong });
      expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringContaining("DATABASE_URL")] });
    } finally {
      await empty.close();
    }
  });
});

test(
  "two programs on one database serve the same authority, and Ctrl-C leaves no process",
  { timeout: 180_000 },
  async () => {
    const empty = await emptyDatabase();
    try {
      await fillServer(empty.url, [{ ...STORM_TOWN, households: 20 }]);
      const env = { DATABASE_URL: empty.url, PREAU_ENV: "production", LOG_LEVEL: "error" };
      const programs = await Promise.all(
        ["a", "b"].map((name) => startProgram({ env, log: join(folder, `${name}.log`) })),
      );
      const ports = programs.map(({ port }) => port);
      const [a = 0, b = 0] = ports;
      try {
        const wishes = stormWishes(Temporal.Now.plainDateISO("Europe/Paris")).slice(0, 20);
        const answered = await Promise.all(
          wishes.map(async (wish, index) => {
            // Each form through both, at the same moment: a second click that another program gets.
            const both = await Promise.all([
              sendWish(index % 2 === 0 ? a : b, wish),
              sendWish(index % 2 === 0 ? b : a, wish),
            ]);
            expect(both[0]?.receipt).toBeDefined();
            expect(both[1]?.receipt).toBe(both[0]?.receipt);
            return both[0];
          }),
        );
        for (const form of answered) {
          if (form === undefined) continue;
          const told = await Promise.all(ports.map((port) => readReceipt(port, form)));
          expect(told[0]).toBeDefined();
          expect(told[1]).toBe(told[0]);
        }
        const session = benchToken(1);
        const clients = ports.map((port) => connectHttp({ port, host: STORM_TOWN.host, session }));
        const planning = () =>
          Promise.all(clients.map(async (client) => (await client.get("/planning")).status));
        expect(await planning()).toEqual([200, 200]);
        const [token = ["", ""]] = formFields(session, []);
        await clients[0]?.post("/deconnexion", [token]);
        expect(await planning()).toEqual([303, 303]);
        for (const client of clients) client.close();
      } finally {
        const trees = programs.flatMap(({ process: { pid = 0 } }) => processTree(pid));
        expect(trees.length).toBeGreaterThanOrEqual(programs.length);
        await Promise.all(programs.map((program) => program.stop()));
        expect(trees.flatMap(({ pid }) => processTree(pid))).toEqual([]);
      }
    } finally {
      await empty.close();
    }
  },
);
