import { z } from "zod";

import { formText, page, redirect, route, type Answer, type Correction, type Route } from "#platform";

import { agentWith } from "../../access-rules.ts";
import {
  authoritySetting,
  changeAuthoritySetting,
  type AuthoritySetting,
} from "../../authorities/change-setting.ts";
import type { Visit } from "../../visit.ts";
import { texts } from "./texts.fr.ts";
import { Setting } from "./view.tsx";

const DEFAULT_ACCENT = "#2f6f4f";

const settingForm = z.object({
  nom: formText(80).refine((text) => text !== "", texts.noName),
  couleur: z
    .string(texts.badAccent)
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, texts.badAccent),
  telephone: formText(40),
  email: formText(254).refine((text) => text === "" || z.email().safeParse(text).success, texts.badEmail),
  horaires: formText(200),
});

/** What was typed, whatever it is, to be shown again. */
const typedForm = z.object({
  nom: z.string().catch(""),
  couleur: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .catch(DEFAULT_ACCENT),
  telephone: z.string().catch(""),
  email: z.string().catch(""),
  horaires: z.string().catch(""),
});

/** GET and POST /agent/reglages. */
export const settingRoutes: readonly Route<Visit>[] = [
  route({
    method: "GET",
    path: "/agent/reglages",
    access: agentWith("settings.write"),
    input: z.object({ query: z.object({ enregistre: z.literal("1").optional().catch(undefined) }) }),
    answer: async (visit, { query }) =>
      settingPage(await visit.database.read(authoritySetting), [], query.enregistre !== undefined),
  }),
  route({
    method: "POST",
    path: "/agent/reglages",
    access: agentWith("settings.write"),
    input: z.object({ body: settingForm }),
    answer: async (visit, { body }) => {
      await changeAuthoritySetting(visit.database, settingOf(body), visit);
      return redirect("/agent/reglages?enregistre=1");
    },
    toCorrect: async (_visit, messages, { body }) => {
      const typed = typedForm.safeParse(body ?? {});
      return settingPage(settingOf(typed.data ?? typedForm.parse({})), messages, false);
    },
  }),
];

function settingOf(form: z.infer<typeof settingForm>): AuthoritySetting {
  return {
    name: form.nom,
    accent: form.couleur,
    phone: form.telephone,
    email: form.email,
    hours: form.horaires,
  };
}

function settingPage(setting: AuthoritySetting, corrections: readonly Correction[], saved: boolean): Answer {
  const toCorrect = corrections.length > 0;
  return page(
    {
      title: texts.title,
      section: "settings",
      toCorrect,
      main: <Setting setting={setting} corrections={corrections} saved={saved} />,
    },
    toCorrect ? 400 : 200,
  );
}
