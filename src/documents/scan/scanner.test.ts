import { expect, test } from "vitest";

import { clamdStandIn, HARMFUL } from "../../../test/clamd/clamd-stand-in.ts";
import { clamdScanner } from "./scanner.ts";

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

test("clean, and found across two pieces", async () => {
  const clamd = await clamdStandIn();
  const scanner = clamdScanner(clamd.url);
  expect(await scanner.scan(pieces("%PDF", "x".repeat(200_000)), 5000)).toEqual({ kind: "clean" });
  const [one, two] = [HARMFUL.slice(0, 4), HARMFUL.slice(4)];
  expect(await scanner.scan(pieces("%PDF", one, two), 5000)).toEqual({
    kind: "found",
    name: "Eicar-Test-Signature",
  });
  await clamd.close();
});

test("slow or down, it gave no answer", async () => {
  const slow = await clamdStandIn({ slowMs: 5000 });
  const answer = await clamdScanner(slow.url).scan(pieces("%PDF"), 60);
  expect(answer).toEqual({ kind: "no-answer", why: "no answer in time" });
  await slow.close();
  expect(await clamdScanner(slow.url).scan(pieces("%PDF"), 1000)).toMatchObject({ kind: "no-answer" });
});

test("a file that is longer than it takes is told apart: it would never answer", async () => {
  const small = await clamdStandIn({ mostBytes: 100 });
  expect(await clamdScanner(small.url).scan(pieces("x".repeat(200)), 5000)).toEqual({ kind: "too-long" });
  await small.close();
});

test("what cannot be read is thrown, not taken for an antivirus that is down", async () => {
  const clamd = await clamdStandIn();
  const altered = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from("%PDF");
    throw new Error("The file was altered");
  };
  await expect(clamdScanner(clamd.url).scan(altered(), 5000)).rejects.toThrow("The file was altered");
  await clamd.close();
});
