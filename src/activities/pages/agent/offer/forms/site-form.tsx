import { Button, FormToken, TextField, firstValue, valuesOf } from "#platform";

import type { Site } from "../../../../offer/sites.ts";
import { codeFrom } from "../../../../rules/code.ts";
import { texts } from "../texts.fr.ts";
import type { OfferForm } from "./offer-form.tsx";

/** A site, or a new one, with the codes of the others. */
interface SiteSubject {
  site: Site | null;
  codes: readonly string[];
}

/** An agent adds a site, or changes its name, commune or telephone. */
export const siteForm: OfferForm<SiteSubject> = {
  path: "/agent/offre/lieux",
  subject({ sites }, values) {
    const asked = firstValue(values, "lieu");
    const site = sites.find(({ siteId }) => siteId === asked) ?? null;
    return asked !== "" && site === null ? undefined : { site, codes: sites.map(({ code }) => code) };
  },
  start: ({ site }) =>
    valuesOf({ nom: site?.name ?? "", commune: site?.commune ?? "", telephone: site?.phone ?? "" }),
  read(reader, { site, codes }) {
    const name = reader.named("nom", 120);
    const commune = reader.named("commune", 80);
    const phone = reader.text("telephone", 40);
    const code = site?.code ?? codeFrom(name, codes);
    return { document: { sites: [{ code, name, commune, ...(phone === "" ? {} : { phone }) }] } };
  },
  title: ({ site }) => (site === null ? texts.site.add : texts.site.change(site.name)),
  back: () => ({ href: "/agent/offre", label: texts.back }),
  fields: ({ subject: { site }, values, correction }) => (
    <form method="post" action="/agent/offre/lieux/verifier">
      <FormToken />
      {site && <input type="hidden" name="lieu" value={site.siteId} />}
      <TextField
        name="nom"
        label={texts.site.name}
        hint={texts.site.nameHint}
        value={firstValue(values, "nom")}
        maxLength={120}
        correction={correction("nom")}
      />
      <TextField
        name="commune"
        label={texts.site.commune}
        value={firstValue(values, "commune")}
        maxLength={80}
        correction={correction("commune")}
      />
      <TextField
        name="telephone"
        label={texts.site.phone}
        hint={texts.site.phoneHint}
        type="tel"
        value={firstValue(values, "telephone")}
        maxLength={40}
        correction={correction("telephone")}
        optional
      />
      <Button>{texts.form.check}</Button>
    </form>
  ),
};
