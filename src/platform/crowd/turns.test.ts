import { expect, test } from "vitest";

import { Turns } from "./turns.ts";

test("two at once, the others in their order, the rest refused at once", async () => {
  const turn = new Turns(2, 3);
  const started: number[] = [];
  let atOnce = 0;
  let most = 0;
  const work = (name: number) => async () => {
    started.push(name);
    most = Math.max(most, (atOnce += 1));
    await new Promise((resolve) => setTimeout(resolve, 5));
    atOnce -= 1;
    return name;
  };
  const done = await Promise.all([1, 2, 3, 4, 5, 6].map((name) => turn.take(work(name))));
  expect(started).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
  expect(done.map((result) => result.ok)).toEqual([true, true, true, true, true, false]);
  expect(done[5]).toEqual({ ok: false, refusal: { code: "busy" } });
});

test("work that throws gives its turn back", async () => {
  const turn = new Turns(1, 1);
  const failing = turn.take(() => Promise.reject(new Error("lost")));
  const next = turn.take(async () => "next");
  await expect(failing).rejects.toThrow("lost");
  expect(await next).toEqual({ ok: true, value: "next" });
  expect(await turn.take(async () => "after")).toEqual({ ok: true, value: "after" });
});
