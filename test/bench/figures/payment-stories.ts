import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

import { projectRoot } from "#platform";

import type { Bench } from "../figure.ts";

const STORIES = 400;
const TEST = "src/payments/attempts/attempts.properties.db.test.ts";

/** The state machine of the payments, with more stories than the suite has time for. */
export const paymentStories: Bench = {
  names: ["payment_stories_broken"],
  async measure() {
    const begun = performance.now();
    const args = ["node_modules/.bin/vitest", "run", "--project", "database", TEST];
    const run = spawn(process.execPath, args, {
      cwd: projectRoot,
      env: { ...process.env, PAYMENT_STORIES: String(STORIES) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [[code], said, complained] = await Promise.all([
      once(run, "exit"),
      text(run.stdout),
      text(run.stderr),
    ]);
    const broken = /Counterexample: .*/.exec(said + complained)?.[0] ?? "see the test";
    return {
      payment_stories_broken: {
        value: code === 0 ? 0 : 1,
        facts: { stories: STORIES, seconds: Math.round((performance.now() - begun) / 1000) },
        flaws: code === 0 ? [] : [broken],
      },
    };
  },
};
