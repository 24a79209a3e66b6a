import type { NightJob } from "#identity";

import { currentSetting } from "../settings/setting.ts";
import { tellAbsences } from "./absences.ts";
import { oneAtATime } from "./one-at-a-time.ts";

/** Every night: of the days that are over, the payments that no report of their day holds, whoever hands in the next. */
export const absencesJob: NightJob = {
  name: "payments.absences",
  schedule: "20 3 * * *",
  run: ({ database, now }) =>
    database.write(async (writes) => {
      const setting = await currentSetting(writes);
      if (setting === undefined) return;
      await oneAtATime(writes);
      await tellAbsences(writes, { report: null, account: setting.account, now });
    }),
};
