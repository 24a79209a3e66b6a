import { randomUUID } from "node:crypto";

import type { SignedInVisit, Visit } from "#identity";
import { parisDate, parseId, type Id } from "#kernel";
import {
  firstValue,
  formValues,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type FieldMessage,
  type Route,
  type Values,
} from "#platform";
import { z } from "zod";

import { changeRegie } from "../../../desk/change-regie.ts";
import { regieSettingsWriter } from "../../../desk/policy.ts";
import { regieOn, regieSettings } from "../../../desk/regie.ts";
import { settingChoices } from "../../../desk/setting-choices.ts";
import { ofRegie, REGIE } from "./opened-regie.ts";
import { readSettingForm, typedSetting } from "./setting-form.ts";
import { settingPage } from "./setting-page.tsx";
import { texts } from "./setting-texts.fr.ts";

const NEW = "/agent/regie/nouvelle";
const PATH = `${REGIE}/reglages`;

/** GET /agent/regie/nouvelle: a régie to write. */
const newRoute = route({
  method: "GET",
  path: NEW,
  access: regieSettingsWriter,
  input: z.object({}),
  answer: (visit) => show(visit, { regie: null }),
});

/** POST /agent/regie/nouvelle: writes it; the form's own key keeps it once. */
const createRoute = route({
  method: "POST",
  path: NEW,
  access: regieSettingsWriter,
  input: z.object({ body: formValues }),
  answer(visit, { body }) {
    const regie = parseId<"regie">(firstValue(body, "regie"));
    return regie === undefined ? show(visit, { regie: null, values: body }) : save(visit, regie, true, body);
  },
});

/** GET …/reglages: what the act of a régie says. */
const showRoute = route({
  method: "GET",
  path: PATH,
  access: regieSettingsWriter,
  input: z.object({
    params: ofRegie,
    query: z.object({ enregistre: z.literal("1").optional().catch(undefined) }),
  }),
  answer: (visit, { params, query }) => show(visit, { regie: params.regie, saved: query.enregistre === "1" }),
});

/** POST …/reglages: what it says from a day on. */
const saveRoute = route({
  method: "POST",
  path: PATH,
  access: regieSettingsWriter,
  input: z.object({ params: ofRegie, body: formValues }),
  async answer(visit, { params, body }) {
    const known = await visit.database.read((reads) => regieOn(reads, params.regie, parisDate(visit.now)));
    return known === undefined ? notFound : save(visit, params.regie, false, body);
  },
});

async function save(
  visit: SignedInVisit,
  regie: Id<"regie">,
  isNew: boolean,
  values: Values,
): Promise<Answer> {
  const choices = await visit.database.read(settingChoices);
  const { read, corrections } = readSettingForm(values, choices, parisDate(visit.now));
  if (read === undefined) return show(visit, { regie: isNew ? null : regie, values, corrections });
  const changed = await changeRegie(visit, { regie, ...read });
  if (!changed.ok)
    return show(visit, {
      regie: isNew ? null : regie,
      values,
      corrections: [{ field: "des", message: texts.used }],
    });
  return redirect(`/agent/regie/${regie}/reglages?enregistre=1`);
}

interface Shown {
  readonly regie: Id<"regie"> | null;
  readonly values?: Values;
  readonly corrections?: readonly FieldMessage[];
  readonly saved?: boolean;
}

async function show(
  { database, now }: SignedInVisit,
  { regie, values, corrections = [], saved = false }: Shown,
): Promise<Answer> {
  const today = parisDate(now);
  const known = regie === null ? undefined : await database.read((reads) => regieOn(reads, regie, today));
  if (regie !== null && known === undefined) return notFound;
  const written = regie === null ? [] : await database.read((reads) => regieSettings(reads, regie));
  const view = {
    action: regie === null ? NEW : `/agent/regie/${regie}/reglages`,
    title: known === undefined ? texts.create : texts.title(known.name),
    formKey: randomUUID(),
    regieKey: regie === null ? randomUUID() : null,
    values: values ?? typedSetting(known, today),
    choices: await database.read(settingChoices),
    written,
    corrections,
    saved,
  };
  return page(settingPage(view), values === undefined ? 200 : 422);
}

/** Where the act of a régie is written. */
export const settingRoutes: readonly Route<Visit>[] = [newRoute, createRoute, showRoute, saveRoute];
