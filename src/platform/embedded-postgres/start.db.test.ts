import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";

import { isAlive } from "./processes.ts";

// Real servers with fsync on, started many times.
vi.setConfig({ testTimeout: 60_000 });

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
const report = z.object({
  connectionString: z.string().optional(),
  adopted: z.boolean().optional(),
  pid: z.number().optional(),
  code: z.string().optional(),
  sentence: z.string().optional(),
});
type Run = z.infer<typeof report> & { process: ChildProcess };

let folder: string;
const running = new Set<ChildProcess>();

/** Starts the program on a data folder, as ourselves or as another account, and waits for what it reports. */
async function run(dataDir: string, uid?: number): Promise<Run> {
  const program = spawn(process.execPath, [join(import.meta.dirname, "test-program.ts"), dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  running.add(program);
  program.once("exit", () => running.delete(program));
  const [line] = await once(createInterface(program.stdout), "line");
  return { ...report.parse(JSON.parse(String(line))), process: program };
}

async function end(program: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  const exited = once(program, "exit");
  program.kill(signal);
  await exited;
}

async function query(connectionString: string | undefined, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "preau-faults-"));
  chmodSync(folder, 0o755);
});

afterEach(async () => {
  await Promise.all([...running].map((program) => end(program, "SIGTERM")));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("after a kill, the next start recovers by itself", () => {
  const data = () => join(folder, "killed");

  test("of the program: the server it left is taken over, then stops with its new owner", async () => {
    const first = await run(data());
    expect(first).toMatchObject({ adopted: false });
    await query(first.connectionString, "create table kept (n integer)");
    await end(first.process, "SIGKILL");

    const second = await run(data());
    expect(second).toMatchObject({ adopted: true, pid: first.pid });
    await end(second.process, "SIGTERM");
    expect(isAlive(second.pid ?? 0)).toBe(false);
  });

  test("of the server while the program runs: it is started again, and nothing committed is lost", async () => {
    const { connectionString, pid } = await run(data());
    await query(connectionString, "insert into kept values (1)");
    process.kill(pid ?? 0, "SIGKILL");
    await expect
      .poll(() => query(connectionString, "select n from kept").catch(() => "down"), { timeout: 10_000 })
      .toEqual([{ n: 1 }]);
  });

  test("of both", async () => {
    const first = await run(data());
    await query(first.connectionString, "insert into kept values (2)");
    process.kill(first.pid ?? 0, "SIGKILL");
    await end(first.process, "SIGKILL");

    const second = await run(data());
    expect(second).toMatchObject({ adopted: false });
    expect(await query(second.connectionString, "select n from kept order by n")).toEqual([
      { n: 1 },
      { n: 2 },
    ]);
  });

  test("when the number of the killed server now belongs to somebody else", async () => {
    const first = await run(data());
    process.kill(first.pid ?? 0, "SIGKILL");
    await end(first.process, "SIGKILL");
    const owner = statSync(join(data(), "postgres")).uid;
    const stranger = spawn("sleep", ["60"], isRoot ? { uid: owner } : {});
    const pidFile = join(data(), "postgres", "postmaster.pid");
    writeFileSync(pidFile, readFileSync(pidFile, "utf8").replace(/^\d+/, String(stranger.pid)));

    expect(await run(data())).toMatchObject({ adopted: false });
    expect(stranger.exitCode).toBe(null);
    stranger.kill();
  });
});

describe("a folder that cannot serve is refused, and left as it was", () => {
  test("in use by another program", async () => {
    const data = join(folder, "killed");
    const first = await run(data);
    const second = await run(data);
    expect(second.code).toBe("folder-in-use");
    expect(second.sentence).toContain(`processus ${first.process.pid}`);
    expect(await query(first.connectionString, "select 1 as n")).toEqual([{ n: 1 }]);
  });

  test("a file, a folder that does not open, a cluster of another version, somebody's files", async () => {
    writeFileSync(join(folder, "file"), "");
    expect((await run(join(folder, "file"))).code).toBe("folder-not-writable");
    expect((await run("/proc/preau/data")).code).toBe("folder-not-writable");

    const old = join(folder, "old", "postgres");
    mkdirSync(old, { recursive: true });
    writeFileSync(join(old, "PG_VERSION"), "17\n");
    expect((await run(join(folder, "old"))).code).toBe("other-version");
    rmSync(join(old, "PG_VERSION"));
    writeFileSync(join(old, "menu.txt"), "");
    expect((await run(join(folder, "old"))).code).toBe("not-a-cluster");
    expect(readdirSync(join(folder, "old"))).toEqual(["postgres"]);
  });

  test.runIf(isRoot)("closed to an ordinary user", async () => {
    const closed = join(folder, "closed");
    mkdirSync(closed, { mode: 0o755 });
    expect((await run(closed, NOBODY)).code).toBe("folder-not-writable");
    expect(readdirSync(closed)).toEqual([]);
  });
});

describe.runIf(isRoot)("root and ordinary users", () => {
  test("root's folder, where no other account may walk, still serves", async () => {
    const hidden = join(folder, "hidden");
    mkdirSync(hidden, { mode: 0o700 });
    const { connectionString } = await run(join(hidden, "data"));
    expect(await query(connectionString, "select 1 as n")).toEqual([{ n: 1 }]);
  });

  test("an ordinary user runs its own server, and root later runs it as that user", async () => {
    const home = join(folder, "home");
    mkdirSync(home);
    chownSync(home, NOBODY, NOBODY);
    const own = await run(join(home, "data"), NOBODY);
    expect(await query(own.connectionString, "select 1 as n")).toEqual([{ n: 1 }]);
    await end(own.process, "SIGTERM");

    const asRoot = await run(join(home, "data"));
    expect(await query(asRoot.connectionString, "select 1 as n")).toEqual([{ n: 1 }]);
    await end(asRoot.process, "SIGTERM");
    expect(await run(join(home, "data"), NOBODY)).toMatchObject({ adopted: false });
  });
});
