import { z } from "zod";

import { parisDate } from "#kernel";
import type { SignedInVisit } from "#identity";
import {
  formText,
  page,
  redirect,
  route,
  writeJournal,
  type Answer,
  type Correction,
  type RawInput,
} from "#platform";

import { calendarSetting, loadCalendar } from "../../../calendar/authority-calendar.ts";
import { calendarAfter } from "../../../calendar/calendar-with.ts";
import { importSchoolCalendar, previewCalendarImport } from "../../../calendar/import-school-calendar.ts";
import { openingChange } from "../../../calendar/opening-change.ts";
import { calendarAgent } from "../../../calendar/policy.ts";
import { activityOffer } from "../../../offer/read-offer.ts";
import { calendarPage } from "./calendar-page.tsx";
import { LONGEST_TEXT } from "./forms.tsx";
import { importPage } from "./import-page.tsx";
import { texts } from "./texts.fr.ts";

const file = z.object({
  texte: formText(LONGEST_TEXT).refine((text) => text !== "", texts.import.empty),
});
const typedFile = z.object({ texte: z.string().catch("") }).catch({ texte: "" });

/** POST …/import/verifier: reads the pasted file and says what it would change; writes nothing. */
const checkRoute = route({
  method: "POST",
  path: "/agent/calendrier/import/verifier",
  access: calendarAgent,
  input: z.object({ body: file }),
  toCorrect: unreadable,
  answer: ({ database, now }, { body: { texte } }) =>
    database.read(async (reads) => {
      const setting = await calendarSetting(reads);
      // Without a zone chosen there is no form to paste into.
      if (setting === undefined) return redirect("/agent/calendrier");
      const report = await previewCalendarImport(reads, { text: texte, zone: setting.schoolZone });
      const before = await loadCalendar(reads);
      const after = calendarAfter(before, report);
      const change = openingChange(await activityOffer(reads), { before, after }, parisDate(now));
      return page(importPage(texte, report, change));
    }),
});

/** POST …/import/enregistrer: stores what the preview said; sent twice, the second changes nothing. */
const saveRoute = route({
  method: "POST",
  path: "/agent/calendrier/import/enregistrer",
  access: calendarAgent,
  input: z.object({ body: file }),
  toCorrect: unreadable,
  async answer({ actor, authority, database, now, address }, { body: { texte } }) {
    return database.write(async (writes) => {
      const setting = await calendarSetting(writes);
      if (setting === undefined) return redirect("/agent/calendrier");
      const zone = setting.schoolZone;
      const by = actor.name;
      const report = await importSchoolCalendar(writes, { text: texte, zone, authorityId: authority.id, by });
      await writeJournal(writes, {
        at: now,
        accountId: actor.accountId,
        byLabel: by,
        act: "calendar.import",
        facts: { zone, added: report.added.length, changed: report.changed.length },
        address,
      });
      return redirect("/agent/calendrier?fait=import");
    });
  },
});

async function unreadable(
  { database, now }: SignedInVisit,
  corrections: readonly Correction[],
  { body }: RawInput,
): Promise<Answer> {
  const text = typedFile.parse(body).texte;
  return page(await database.read((reads) => calendarPage(reads, now, { corrections, text })), 422);
}

/** An agent imports school holidays. */
export const importRoutes = [checkRoute, saveRoute];
