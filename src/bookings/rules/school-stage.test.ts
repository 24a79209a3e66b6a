import { expect, test } from "vitest";

import { schoolStage } from "./school-stage.ts";

test.each([
  ["TPS", "preschool"],
  ["GS", "preschool"],
  ["Moyenne section", "preschool"],
  ["CP", "elementary"],
  ["cm2", "elementary"],
  ["6EME", "other"],
  ["ULIS", "other"],
  ["", undefined],
])("« %s » is %s", (level, stage) => expect(schoolStage(level)).toBe(stage));
