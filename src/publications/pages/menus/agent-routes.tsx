import { agentWith, type SignedInVisit } from "#identity";
import { capitalise, formatDay, parisDate, parseId, type Id } from "#kernel";
import {
  Button,
  Checkbox,
  Details,
  EmptyState,
  ErrorSummary,
  firstValue,
  formReader,
  FormToken,
  formValues,
  isoWeek,
  notFound,
  Notice,
  page,
  redirect,
  route,
  Select,
  TextArea,
  valuesOf,
  type Answer,
  type Correction,
  type Values,
} from "#platform";
import { z } from "zod";

import { MOST_DISHES } from "../../menus/menu-file.ts";
import {
  menusBetween,
  menuServices,
  WRITE_MENUS,
  writeMenus,
  type MenuDay,
  type MenuService,
} from "../../menus/menu-week.ts";
import { dishRefusalWords } from "../../menus/texts.fr.ts";
import { dishLine, readDishLine, type Dish } from "../../rules/dish-line.ts";
import { WeekPager } from "./family-route.tsx";
import { FileForm } from "./file-form.tsx";
import { MenuDays } from "./menu-days.tsx";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/menus";
const access = agentWith(WRITE_MENUS);
const words = texts.agent;
/** From Monday to Friday. */
const DAYS = [0, 1, 2, 3, 4] as const;
const LONGEST_DAY = 2_000;

/** GET /agent/menus: a week of a service, a field a day. POST: keeps it, for other services too. */
export const menuRoutes = [
  route({
    method: "GET",
    path: PATH,
    access,
    input: z.object({
      query: z.object({
        service: z.string().max(36).optional().catch(undefined),
        semaine: isoWeek.optional().catch(undefined),
        fait: z.enum(["semaine", "fichier"]).optional().catch(undefined),
      }),
    }),
    async answer(visit, { query }) {
      const today = parisDate(visit.now);
      const monday = query.semaine ?? today.subtract({ days: today.dayOfWeek - 1 });
      const asked = parseId<"activity">(query.service);
      return weekPage(visit, { monday, asked, done: query.fait });
    },
  }),
  route({
    method: "POST",
    path: PATH,
    access,
    input: z.object({ body: formValues }),
    async answer(visit, { body }) {
      const week = isoWeek.safeParse(firstValue(body, "semaine"));
      const asked = parseId<"activity">(firstValue(body, "service"));
      const services = await visit.database.read((reads) => menuServices(reads, visit.actor));
      const service = services.find(({ activityId }) => activityId === asked);
      if (service === undefined || !week.success) return notFound;
      const monday = week.data;
      const read = formReader(body);
      const days = DAYS.map((day) => ({
        date: monday.add({ days: day }),
        dishes: readDay(read, `jour-${day + 1}`),
      }));
      if (read.corrections.length > 0)
        return weekPage(visit, { monday, asked, typed: body, corrections: read.corrections });
      const also = read.ticked(
        "aussi",
        services.map(({ activityId }) => activityId),
      );
      const served = services.filter((one) => one === service || also.includes(one.activityId));
      await writeMenus(
        visit,
        served.flatMap(({ activityId }) => days.map((day): MenuDay => ({ activityId, ...day }))),
      );
      return redirect(`${PATH}?service=${service.activityId}&semaine=${monday.toString()}&fait=semaine`);
    },
  }),
];

/** The dishes of a field, a line each; what is wrong is said by line. */
function readDay(read: ReturnType<typeof formReader>, field: string): Dish[] {
  const lines = read.text(field, LONGEST_DAY).split(/\r\n?|\n/);
  const dishes: Dish[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const dish = readDishLine(line);
    if (dish.ok) dishes.push(dish.value);
    else read.correct(field, words.dish(index + 1, dishRefusalWords(dish.refusal)));
  }
  if (dishes.length > MOST_DISHES) read.correct(field, words.most(MOST_DISHES));
  return dishes;
}

interface WeekView {
  readonly monday: Temporal.PlainDate;
  readonly asked: Id<"activity"> | undefined;
  readonly done?: "semaine" | "fichier" | undefined;
  readonly typed?: Values;
  readonly corrections?: readonly Correction[];
}

async function weekPage({ actor, database }: SignedInVisit, view: WeekView): Promise<Answer> {
  const { monday, asked, done, corrections = [] } = view;
  const { services, service, menus } = await database.read(async (reads) => {
    const all = await menuServices(reads, actor);
    const chosen = all.find(({ activityId }) => activityId === asked) ?? all[0];
    const week = [monday, monday.add({ days: 4 })] as const;
    const own = chosen === undefined ? [] : await menusBetween(reads, [chosen.activityId], week);
    return { services: all, service: chosen, menus: own };
  });
  const toCorrect = corrections.length > 0;
  return page(
    {
      title: texts.title,
      section: "menus",
      dense: true,
      toCorrect,
      flash: (
        <>
          <ErrorSummary items={corrections} />
          {done !== undefined && (
            <Notice tone="success" announce>
              <p>{done === "semaine" ? words.saved : texts.file.saved}</p>
            </Notice>
          )}
        </>
      ),
      main: (
        <>
          <h1>{texts.title}</h1>
          {service === undefined ? (
            <EmptyState title={words.none}>
              <p>{words.noneMore}</p>
            </EmptyState>
          ) : (
            <Week view={view} services={services} service={service} menus={menus} />
          )}
        </>
      ),
    },
    toCorrect ? 422 : 200,
  );
}

function Week(props: {
  view: WeekView;
  services: readonly MenuService[];
  service: MenuService;
  menus: readonly MenuDay[];
}) {
  const { view, services, service, menus } = props;
  const { monday, corrections = [] } = view;
  const typed = view.typed ?? typedFrom(monday, menus);
  const others = services.filter(({ activityId }) => activityId !== service.activityId);
  const unsaid = menus.flatMap(({ dishes }) => dishes).filter(({ allergens }) => allergens === null);
  return (
    <>
      <form method="get" action={PATH}>
        <input type="hidden" name="semaine" value={monday.toString()} />
        <Select
          name="service"
          label={words.service}
          value={service.activityId}
          options={services.map(({ activityId, name }) => ({ value: activityId, label: name }))}
        />
        <Button variant="secondary">{words.show}</Button>
      </form>
      <WeekPager monday={monday} href={(week) => `${PATH}?service=${service.activityId}&semaine=${week}`} />
      <p>{words.lead}</p>
      <form method="post" action={PATH}>
        <FormToken />
        <input type="hidden" name="service" value={service.activityId} />
        <input type="hidden" name="semaine" value={monday.toString()} />
        {DAYS.map((day) => (
          <TextArea
            name={`jour-${day + 1}`}
            label={capitalise(formatDay(monday.add({ days: day })))}
            value={firstValue(typed, `jour-${day + 1}`)}
            rows={5}
            maxLength={LONGEST_DAY}
            correction={corrections.find(({ field }) => field === `jour-${day + 1}`)?.message}
            optional
          />
        ))}
        {others.length > 0 && (
          <Details summary={words.also} open={typed.has("aussi")}>
            {others.map(({ activityId, name }) => (
              <Checkbox
                name="aussi"
                value={activityId}
                label={name}
                checked={typed.get("aussi")?.includes(activityId) === true}
              />
            ))}
          </Details>
        )}
        <Button>{words.submit}</Button>
      </form>
      {menus.length > 0 && (
        <>
          <h2>{words.shown}</h2>
          {unsaid.length > 0 && <p>{words.unsaid(unsaid.length)}</p>}
          <MenuDays days={menus.map((day) => ({ ...day, service: null, warnings: [] }))} />
        </>
      )}
      <h2>{texts.file.title}</h2>
      <FileForm text="" corrections={[]} />
    </>
  );
}

function typedFrom(monday: Temporal.PlainDate, menus: readonly MenuDay[]): Values {
  const dayOf = (day: number) => menus.find(({ date }) => date.equals(monday.add({ days: day })));
  return valuesOf(
    Object.fromEntries(
      DAYS.map((day) => [`jour-${day + 1}`, (dayOf(day)?.dishes ?? []).map(dishLine).join("\n")]),
    ),
  );
}
