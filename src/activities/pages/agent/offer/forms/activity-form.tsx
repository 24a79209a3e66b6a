import { Button, Fieldset, FormToken, Radios, Select, TextField, firstValue, valuesOf } from "#platform";

import { codeFrom } from "../../../../rules/code.ts";
import type { OfferState } from "../../../../ruleset/offer-changes.ts";
import { texts } from "../texts.fr.ts";
import type { OfferForm, Shown } from "./offer-form.tsx";
import { activitySubject, backToActivity, optionsOf, type ActivitySubject } from "./subject.ts";
import { UnitHours } from "./unit-fields.tsx";

/** An activity, or a new one; the sites where it can be. */
interface FileSubject {
  stored: ActivitySubject | null;
  sites: OfferState["sites"];
  codes: readonly string[];
  /** The site that the agent came from. */
  site: string;
}

const AUDIENCES = ["children", "adults", "everyone"] as const;

/** An agent adds an activity with its first unit, or changes its name, site and audience. */
export const activityForm: OfferForm<FileSubject> = {
  path: "/agent/offre/fiche",
  subject(state, values, today) {
    const stored = activitySubject(state, values, today) ?? null;
    if (firstValue(values, "activite") !== "" && stored === null) return undefined;
    const site = state.sites.find(({ siteId }) => siteId === firstValue(values, "lieu"))?.code ?? "";
    const codes = state.activities.map(({ code }) => code);
    return { stored, sites: state.sites, codes, site };
  },
  start: ({ stored, site }) =>
    valuesOf({
      nom: stored?.section.name ?? "",
      site: stored?.section.site ?? site,
      public: stored?.section.audience ?? "children",
    }),
  read(reader, { stored, sites, codes }) {
    const name = reader.named("nom", 120);
    const site =
      reader.choice(
        "site",
        sites.map(({ code }) => code),
      ) ?? "";
    const audience = reader.choice("public", AUDIENCES);
    const changed = { name, site, ...(audience === undefined ? {} : { audience }) };
    if (stored !== null) return { document: { activities: [{ ...stored.section, ...changed }] } };
    const unitName = reader.named("prestation", 120);
    const [from, to] = [reader.time("de"), reader.time("a")];
    const meal = reader.ticked("repas", ["1"]).length > 0;
    const unit = { code: codeFrom(unitName), name: unitName, from, to, ...(meal ? { meal } : {}) };
    return { document: { activities: [{ ...changed, code: codeFrom(name, codes), units: [unit] }] } };
  },
  title: ({ stored }) => (stored === null ? texts.activity.add : texts.activity.change(stored.activity.name)),
  back: ({ stored }) =>
    stored === null ? { href: "/agent/offre", label: texts.back } : backToActivity(stored),
  fields: (shown) => (
    <form method="post" action="/agent/offre/fiche/verifier">
      <FormToken />
      {shown.subject.stored && (
        <input type="hidden" name="activite" value={shown.subject.stored.activity.activityId} />
      )}
      <File {...shown} />
      {shown.subject.stored === null && (
        <Fieldset id="premiere" legend={texts.activity.firstUnit} hint={texts.activity.firstUnitHint}>
          <TextField
            name="prestation"
            label={texts.unit.name}
            hint={texts.unit.nameHint}
            value={firstValue(shown.values, "prestation")}
            maxLength={120}
            correction={shown.correction("prestation")}
          />
          <UnitHours {...shown} />
        </Fieldset>
      )}
      <Button>{texts.form.check}</Button>
    </form>
  ),
};

function File({ subject, values, correction }: Shown<FileSubject>) {
  return (
    <>
      <TextField
        name="nom"
        label={texts.activity.name}
        hint={texts.activity.nameHint}
        value={firstValue(values, "nom")}
        maxLength={120}
        correction={correction("nom")}
      />
      <Select
        name="site"
        label={texts.activity.site}
        value={firstValue(values, "site")}
        correction={correction("site")}
        options={[
          { value: "", label: texts.activity.chooseSite },
          ...subject.sites.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <Radios
        name="public"
        legend={texts.activity.audience}
        value={firstValue(values, "public")}
        correction={correction("public")}
        options={optionsOf(texts.activity.audiences)}
      />
    </>
  );
}
