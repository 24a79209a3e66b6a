import { z } from "zod";

import { parisDate, schoolCalendarKnownUntil } from "#kernel";
import { BackLink, Button, FormToken, page, redirect, route, writeJournal, type Page } from "#platform";

import { calendarSetting, loadCalendar } from "../../../calendar/authority-calendar.ts";
import { calendarChosen } from "../../../calendar/calendar-with.ts";
import { chooseCalendar } from "../../../calendar/change-calendar.ts";
import { openingChange, type OpeningChange } from "../../../calendar/opening-change.ts";
import { calendarAgent } from "../../../calendar/policy.ts";
import { readSchoolPeriods } from "../../../calendar/school-periods.ts";
import { activityOffer } from "../../../offer/read-offer.ts";
import { calendarPage } from "./calendar-page.tsx";
import { OpeningList } from "./opening-list.tsx";
import { texts } from "./texts.fr.ts";

const choice = z.object({
  zone: z.enum(["A", "B", "C"], texts.choice.wrong),
  feries: z.enum(["metropole", "alsace-moselle"], texts.choice.wrong),
});
type Choice = z.output<typeof choice>;

/** POST …/choix/verifier: which days another calendar would open and close, before it is taken. */
const checkRoute = route({
  method: "POST",
  path: "/agent/calendrier/choix/verifier",
  access: calendarAgent,
  input: z.object({ body: choice }),
  toCorrect: async ({ database, now }, corrections) =>
    page(await database.read((reads) => calendarPage(reads, now, { corrections })), 422),
  answer: ({ database, now }, { body }) =>
    database.read(async (reads) => {
      const setting = await calendarSetting(reads);
      const before = await loadCalendar(reads);
      const periods = await readSchoolPeriods(reads, body.zone);
      const after = calendarChosen(before, { publicHolidays: body.feries, schoolZone: body.zone, periods });
      return page(
        checkPage(body, {
          unchanged: setting?.schoolZone === body.zone && setting.publicHolidays === body.feries,
          zoneKnown: schoolCalendarKnownUntil(after.school) !== undefined,
          change: openingChange(await activityOffer(reads), { before, after }, parisDate(now)),
        }),
      );
    }),
});

/** POST …/choix/enregistrer: takes the calendar; the slots follow. */
const saveRoute = route({
  method: "POST",
  path: "/agent/calendrier/choix/enregistrer",
  access: calendarAgent,
  input: z.object({ body: choice }),
  async answer({ actor, authority, database, now, address }, { body: { zone, feries } }) {
    await database.write(async (writes) => {
      const by = actor.name;
      await chooseCalendar(writes, {
        publicHolidays: feries,
        schoolZone: zone,
        authorityId: authority.id,
        by,
      });
      await writeJournal(writes, {
        at: now,
        accountId: actor.accountId,
        byLabel: by,
        act: "calendar.choose",
        facts: { zone, publicHolidays: feries },
        address,
      });
    });
    return redirect("/agent/calendrier?fait=choix");
  },
});

function checkPage(
  { zone, feries }: Choice,
  seen: { unchanged: boolean; zoneKnown: boolean; change: OpeningChange },
): Page {
  return {
    title: texts.choice.check,
    section: "calendar",
    dense: true,
    before: <BackLink href="/agent/calendrier" label={texts.back} />,
    main: (
      <>
        <h1>{texts.choice.check}</h1>
        <p class="lead">{seen.unchanged ? texts.choice.unchanged : texts.nothingDone}</p>
        <p>{texts.choice.chosen(zone, feries)}</p>
        {!seen.zoneKnown && <p>{texts.choice.unknownZone(zone)}</p>}
        {!seen.unchanged && (
          <>
            <OpeningList change={seen.change} />
            <form method="post" action="/agent/calendrier/choix/enregistrer">
              <FormToken />
              <input type="hidden" name="zone" value={zone} />
              <input type="hidden" name="feries" value={feries} />
              <Button variant={seen.change.closed.length > 0 ? "warning" : "primary"}>
                {texts.choice.save}
              </Button>
            </form>
          </>
        )}
      </>
    ),
  };
}

/** An agent chooses which holidays count. */
export const choiceRoutes = [checkRoute, saveRoute];
