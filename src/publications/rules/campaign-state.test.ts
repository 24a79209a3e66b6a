import { expect, test } from "vitest";

import { campaignState, mayBe, type CampaignTimes } from "./campaign-state.ts";

const NOW = Temporal.Instant.from("2026-12-01T07:00:00Z");
const draft: CampaignTimes = {
  sendAt: null,
  queuedAt: null,
  stoppedAt: null,
  endedAt: null,
  givenUp: false,
};

test.each([
  ["draft", draft, ["change", "launch"]],
  ["scheduled", { ...draft, sendAt: NOW.add({ hours: 1 }) }, ["launch", "unschedule"]],
  ["sending", { ...draft, sendAt: NOW }, ["stop"]],
  ["sending", { ...draft, sendAt: NOW, queuedAt: NOW }, ["stop"]],
  ["stopped", { ...draft, sendAt: NOW, queuedAt: NOW, stoppedAt: NOW }, ["resume", "give-up"]],
  ["sent", { ...draft, sendAt: NOW, queuedAt: NOW, endedAt: NOW }, []],
  ["given-up", { ...draft, sendAt: NOW, queuedAt: NOW, stoppedAt: NOW, endedAt: NOW, givenUp: true }, []],
] as const)("%s", (state, times, acts) => {
  expect(campaignState(times, NOW)).toBe(state);
  const all = ["change", "launch", "unschedule", "stop", "resume", "give-up"] as const;
  expect(all.filter((act) => mayBe(act, state))).toEqual(acts);
});
