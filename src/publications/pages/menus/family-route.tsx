import { guardian } from "#identity";
import { formatDateRange, parisDate } from "#kernel";
import { BackLink, EmptyState, isoWeek, page, Pager, route } from "#platform";
import { z } from "zod";

import { familyMenus } from "../../menus/family-menus.ts";
import { MenuDays } from "./menu-days.tsx";
import { texts } from "./texts.fr.ts";

/** GET /menus?semaine=: what the services of one's children serve that week, and what to take care of. */
export const familyMenusRoute = route({
  method: "GET",
  path: "/menus",
  access: guardian,
  input: z.object({ query: z.object({ semaine: isoWeek.optional().catch(undefined) }) }),
  async answer({ actor, database, now }, { query }) {
    const today = parisDate(now);
    const monday = query.semaine ?? today.subtract({ days: today.dayOfWeek - 1 });
    const menus = await database.read((reads) =>
      familyMenus(reads, actor.guardian, [monday, monday.add({ days: 6 })]),
    );
    const several = new Set(menus.map(({ activityId }) => activityId)).size > 1;
    const words = texts.family;
    return page({
      title: texts.title,
      section: "planning",
      before: <BackLink href={`/planning?semaine=${monday.toString()}`} label={words.back} />,
      main: (
        <>
          <h1>{texts.title}</h1>
          <p class="lead">{words.lead}</p>
          <WeekPager monday={monday} href={(week) => `/menus?semaine=${week}`} />
          {menus.length === 0 ? (
            <EmptyState title={words.none}>
              <p>{words.noneMore}</p>
            </EmptyState>
          ) : (
            <MenuDays
              days={menus.map(({ activityName, ...day }) => ({
                ...day,
                service: several ? activityName : null,
              }))}
            />
          )}
          {menus.some(({ warnings }) => warnings.length > 0) && <p class="soft">{words.careful}</p>}
        </>
      ),
    });
  },
});

/** The week before, the week shown, the week after. */
export function WeekPager({ monday, href }: { monday: Temporal.PlainDate; href: (week: string) => string }) {
  const week = (days: number) => href(monday.add({ days }).toString());
  return (
    <Pager
      label={texts.title}
      previous={{ href: week(-7), label: texts.previous }}
      current={texts.week(formatDateRange(monday, monday.add({ days: 4 })))}
      next={{ href: week(7), label: texts.next }}
    />
  );
}
