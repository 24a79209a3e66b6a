import { randomUUID } from "node:crypto";

import type { SignedInVisit, Visit } from "#identity";
import { formId, formText, page, redirect, route, type Answer, type Correction, type Route } from "#platform";
import { z } from "zod";

import { settingsWriter } from "../../policy.ts";
import { changeSetting } from "../../settings/change-setting.ts";
import { settingsWritten, type GatewayOf, type KeptSetting } from "../../settings/setting.ts";
import { settingsPage, type TypedSetting } from "./settings-page.tsx";
import { texts } from "./texts.fr.ts";

const words = texts.settings;
const PATH = "/agent/paiements/reglages";

const origin = formText(200).transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  const fits = url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
  if (fits && url.pathname === "/" && url.search === "" && url.hash === "") return url.origin;
  context.addIssue({ code: "custom", message: words.badOrigin });
  return z.NEVER;
});

const form = z.object({
  cle: formId<"gatewaySetting">(),
  origine: origin,
  numero: formText(20).refine((text) => /^\d{6}$/.test(text), words.badAccount),
  mode: z.enum(["test", "activation", "production"], words.modeMissing),
  ouvert: z.literal("1").optional(),
  partie: z.literal("1").optional(),
  active: z.literal("1").optional(),
});

const typedShape = z.object({
  origine: z.string().catch(""),
  numero: z.string().catch(""),
  mode: z.string().catch(""),
  ouvert: z.string().catch(""),
  partie: z.string().catch(""),
  active: z.string().catch(""),
});

/** GET …/reglages: through which service families pay. */
const showRoute = route({
  method: "GET",
  path: PATH,
  access: settingsWriter,
  input: z.object({ query: z.object({ enregistre: z.literal("1").optional().catch(undefined) }) }),
  answer: (visit, { query }) => show(visit, { saved: query.enregistre === "1" }),
});

/** POST …/reglages: what holds from now on. */
const saveRoute = route({
  method: "POST",
  path: PATH,
  access: settingsWriter,
  input: z.object({ body: form }),
  toCorrect: (visit, corrections, { body }) =>
    show(visit, {
      corrections,
      typed: typedShape.parse(typeof body === "object" && body !== null ? body : {}),
    }),
  async answer(visit, { body }) {
    const { cle, origine, numero, mode, ouvert, partie, active } = body;
    const setting = {
      opened: ouvert === "1",
      origin: origine,
      account: numero,
      mode,
      partAllowed: partie === "1",
    };
    const changed = await changeSetting(visit, cle, setting, active === "1");
    if (changed.ok) return redirect(`${PATH}?enregistre=1`);
    const why = changed.refusal;
    const message = why.code === "used" ? words.used : words.notActivated(why.from);
    return show(visit, { corrections: [{ field: "mode", message }], typed: typedShape.parse(body) });
  },
});

/** POST …/tester: the names under which the service knows the authority, or its fault. */
const testRoute = (gatewayOf: GatewayOf): Route<Visit> =>
  route({
    method: "POST",
    path: `${PATH}/tester`,
    access: settingsWriter,
    input: z.object({}),
    async answer(visit) {
      const [setting] = await visit.database.read(settingsWritten);
      return setting === undefined
        ? redirect(PATH)
        : show(visit, { tested: await gatewayOf(setting).test() });
    },
  });

async function show(
  { database }: SignedInVisit,
  told: {
    saved?: boolean;
    corrections?: readonly Correction[];
    typed?: TypedSetting;
    tested?: Awaited<ReturnType<ReturnType<GatewayOf>["test"]>>;
  },
): Promise<Answer> {
  const written = await database.read(settingsWritten);
  const { saved = false, corrections = [], tested = null } = told;
  const typed = told.typed ?? typedOf(written[0]);
  const view = { formKey: randomUUID(), typed, written, corrections, saved, tested };
  return page(settingsPage(view), corrections.length > 0 ? 422 : 200);
}

function typedOf(setting: KeptSetting | undefined): TypedSetting {
  if (setting === undefined)
    return {
      origine: "https://www.payfip.gouv.fr",
      numero: "",
      mode: "test",
      ouvert: "",
      partie: "",
      active: "",
    };
  const { origin: origine, account: numero, mode, opened, partAllowed } = setting;
  return { origine, numero, mode, ouvert: opened ? "1" : "", partie: partAllowed ? "1" : "", active: "" };
}

/** Where an agent opens payments on line. */
export function settingsRoutes(gatewayOf: GatewayOf): readonly Route<Visit>[] {
  return [showRoute, saveRoute, testRoute(gatewayOf)];
}
