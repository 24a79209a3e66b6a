import { addGuardian } from "#families";
import { foldText, ok, refuse, type Id } from "#kernel";
import { hashedId, type Reads } from "#platform";

import type { Answers } from "../rules/form.ts";
import type { Effect } from "./effect.ts";
import { texts } from "./texts.fr.ts";

/**
 * Brings another adult into the household, as an agent does on the file's page: without an account, which agents offer
 * there, and with authority over the children unless agents write otherwise.
 */
export const adultEffect: Effect = {
  right: "families.write",
  discreet: false,
  needs: ["civilite", "prenom", "nom", "lien", "telephone", "email"],
  answered: false,
  async known(reads, { householdId }, answers) {
    const there = await isThere(reads, householdId, answers);
    const { prenom, nom } = asked(answers);
    return there ? { prenom, nom } : { prenom: "", nom: "" };
  },
  async consequences(reads, { householdId }, { answers }) {
    if (await isThere(reads, householdId, answers)) return [];
    const { account, authority, none } = texts.adult;
    return [
      { what: authority.what, now: none, after: authority.after },
      { what: account.what, now: none, after: account.after },
    ];
  },
  async apply(visit, { requestId, householdId }, { wanted }) {
    if (await visit.database.read((reads) => isThere(reads, householdId, wanted))) return ok(null);
    const { prenom, nom, civilite, email, telephone } = asked(wanted);
    const added = await addGuardian(
      visit,
      householdId,
      { civility: civilite, firstName: prenom, lastName: nom, email, phone: telephone },
      {
        formKey: hashedId<"form">("request", requestId),
        answer: { chosen: null, seen: [] },
      },
    );
    return added.ok ? ok(null) : refuse({ code: "impossible", sentence: texts.adult[added.refusal.code] });
  },
};

function asked({ civilite = "", prenom = "", nom = "", email = "", telephone = "" }: Answers) {
  const civility: "" | "M." | "Mme" = civilite === "M." || civilite === "Mme" ? civilite : "";
  return { civilite: civility, prenom, nom, email, telephone };
}

/** Whether an adult of this name is of the household already. */
async function isThere(reads: Reads, householdId: Id<"household">, answers: Answers): Promise<boolean> {
  const { prenom, nom } = asked(answers);
  const adults = await reads.rows<{ firstName: string; lastName: string }>(
    "requests_adults_of_household",
    `select first_name as "firstName", last_name as "lastName" from families_guardian_card where household_id = $1`,
    [householdId],
  );
  return adults.some(
    ({ firstName, lastName }) =>
      foldText(firstName) === foldText(prenom) && foldText(lastName) === foldText(nom),
  );
}
