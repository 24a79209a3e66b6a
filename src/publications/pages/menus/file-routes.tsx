import { agentWith, type SignedInVisit } from "#identity";
import { formatDay } from "#kernel";
import {
  BackLink,
  Button,
  DataTable,
  firstValue,
  formReader,
  FormToken,
  formValues,
  page,
  redirect,
  route,
  ErrorSummary,
  type Answer,
  type Correction,
} from "#platform";
import { z } from "zod";

import { readMenuFile, type MenuFile } from "../../menus/menu-file.ts";
import { menuServices, WRITE_MENUS, writeMenus, type MenuService } from "../../menus/menu-week.ts";
import { FileForm, LONGEST_FILE } from "./file-form.tsx";
import { texts } from "./texts.fr.ts";

const words = texts.file;

/** POST /agent/menus/fichier: what a file would write and what it cannot; then, confirmed, writes it. */
export const menuFileRoute = route({
  method: "POST",
  path: "/agent/menus/fichier",
  access: agentWith(WRITE_MENUS),
  input: z.object({ body: formValues }),
  async answer(visit: SignedInVisit, { body }) {
    const services = await visit.database.read((reads) => menuServices(reads, visit.actor));
    const read = formReader(body);
    const text = read.named("texte", LONGEST_FILE, words.empty);
    const nothing = { days: [], refusals: [] };
    if (read.corrections.length > 0) return checkPage(services, nothing, text, read.corrections);
    const file = readMenuFile(text, services);
    if (firstValue(body, "confirme") !== "1" || file.days.length === 0) {
      return checkPage(services, file, text, []);
    }
    await writeMenus(visit, file.days);
    const [first] = file.days.toSorted((a, b) => Temporal.PlainDate.compare(a.date, b.date));
    const shown = first === undefined ? "" : `&service=${first.activityId}&semaine=${first.date.toString()}`;
    return redirect(`/agent/menus?fait=fichier${shown}`);
  },
});

function checkPage(
  services: readonly MenuService[],
  { days, refusals }: MenuFile,
  text: string,
  corrections: readonly Correction[],
): Answer {
  const dishes = days.reduce((sum, day) => sum + day.dishes.length, 0);
  const toCorrect = corrections.length > 0;
  return page(
    {
      title: words.checkTitle,
      section: "menus",
      dense: true,
      toCorrect,
      before: <BackLink href="/agent/menus" label={words.back} />,
      flash: <ErrorSummary items={corrections} />,
      main: (
        <>
          <h1>{words.checkTitle}</h1>
          {!toCorrect && (
            <p class="lead">{days.length === 0 ? words.nothing : words.days(days.length, dishes)}</p>
          )}
          {refusals.length > 0 && (
            <DataTable
              caption={words.refusals(refusals.length)}
              rows={refusals}
              columns={[
                { header: words.line, rowHeader: true, cell: ({ line }) => String(line) },
                { header: words.why, cell: ({ message }) => message },
              ]}
            />
          )}
          {days.length > 0 && (
            <>
              <DataTable
                caption={words.days(days.length, dishes)}
                captionHidden
                rows={days}
                columns={[
                  { header: words.columns.date, rowHeader: true, cell: ({ date }) => formatDay(date) },
                  {
                    header: words.columns.service,
                    cell: ({ activityId }) =>
                      services.find((service) => service.activityId === activityId)?.name ?? "",
                  },
                  {
                    header: words.columns.dishes,
                    cell: (day) => day.dishes.map(({ name }) => name).join(", "),
                  },
                ]}
              />
              <form method="post" action="/agent/menus/fichier">
                <FormToken />
                <input type="hidden" name="texte" value={text} />
                <input type="hidden" name="confirme" value="1" />
                <Button>{words.save}</Button>
              </form>
            </>
          )}
          <FileForm text={text} corrections={corrections} />
        </>
      ),
    },
    toCorrect ? 422 : 200,
  );
}
