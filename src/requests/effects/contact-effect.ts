import { changeContactDetails, contactDetails, type ContactDetails } from "#families";
import { ok, refuse } from "#kernel";

import type { Answers } from "../rules/form.ts";
import type { Effect } from "./effect.ts";

/** The questions of the form, and the cells of the file. */
const CELLS = {
  adresse: "street",
  "code-postal": "postcode",
  commune: "commune",
  portable: "phoneMobile",
  domicile: "phoneHome",
  travail: "phoneWork",
  email: "email",
} as const satisfies Record<string, keyof ContactDetails>;

/** Writes another address of the household, and other ways to reach whoever asks. The commune decides residence. */
export const contactEffect: Effect = {
  right: "families.write",
  discreet: false,
  needs: ["adresse", "code-postal", "commune"],
  answered: false,
  async known(reads, about) {
    const details = await contactDetails(reads, about);
    if (details === undefined) return {};
    return Object.fromEntries(Object.entries(CELLS).map(([name, cell]) => [name, details[cell]]));
  },
  async apply(visit, about, { after }) {
    const written = await changeContactDetails(visit, about, detailsOf(after));
    return written.ok ? ok(null) : refuse({ code: "changed-since" });
  },
};

const detailsOf = (answers: Answers): ContactDetails => ({
  street: answers["adresse"] ?? "",
  postcode: answers["code-postal"] ?? "",
  commune: answers["commune"] ?? "",
  phoneMobile: answers["portable"] ?? "",
  phoneHome: answers["domicile"] ?? "",
  phoneWork: answers["travail"] ?? "",
  email: answers["email"] ?? "",
});
