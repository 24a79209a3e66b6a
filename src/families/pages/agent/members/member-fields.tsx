import { Select, TextField } from "#platform";

import { LONGEST_NAME } from "../../shared/person-form.ts";
import { texts as shared } from "../../shared/texts.fr.ts";
import { correctionOf, type Shown } from "./member-page.tsx";
import { texts } from "./texts.fr.ts";

/** The names of somebody. */
export function NameFields(shown: Shown) {
  const correction = correctionOf(shown);
  return (
    <>
      <TextField
        name="prenom"
        label={shared.person.firstName}
        value={shown.typed.prenom}
        maxLength={LONGEST_NAME}
        correction={correction("prenom")}
      />
      <TextField
        name="nom"
        label={shared.person.lastName}
        value={shown.typed.nom}
        maxLength={LONGEST_NAME}
        correction={correction("nom")}
      />
    </>
  );
}

/** An adult who answers for children: names, and how to reach him or her. */
export function GuardianFields(shown: Shown) {
  const correction = correctionOf(shown);
  const words = texts.guardian;
  return (
    <>
      <Select
        name="civilite"
        label={words.civility}
        value={shown.typed.civilite}
        options={(["", "Mme", "M."] as const).map((value) => ({ value, label: words.civilities[value] }))}
        correction={correction("civilite")}
        optional
      />
      <NameFields {...shown} />
      <TextField
        name="telephone"
        type="tel"
        label={shared.person.phone}
        value={shown.typed.telephone}
        maxLength={30}
        correction={correction("telephone")}
        optional
      />
      <TextField
        name="email"
        type="email"
        label={words.email}
        value={shown.typed.email}
        maxLength={200}
        correction={correction("email")}
        optional
      />
    </>
  );
}
