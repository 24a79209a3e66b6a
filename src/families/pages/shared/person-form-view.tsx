import { DateField, TextField, type Correction } from "#platform";

import { LONGEST_NAME, type TypedPerson } from "./person-form.ts";
import { texts } from "./texts.fr.ts";

/** The fields of a person, with what was typed and what to write instead. */
export function PersonFields(props: { typed: TypedPerson; corrections: readonly Correction[] }) {
  const { typed } = props;
  const correction = (field: string) => props.corrections.find((item) => item.field === field)?.message;
  const words = texts.person;
  return (
    <>
      <input type="hidden" name="cle" value={typed.cle} />
      <TextField
        name="prenom"
        label={words.firstName}
        value={typed.prenom}
        maxLength={LONGEST_NAME}
        correction={correction("prenom")}
      />
      <TextField
        name="nom"
        label={words.lastName}
        value={typed.nom}
        maxLength={LONGEST_NAME}
        correction={correction("nom")}
      />
      <TextField
        name="lien"
        label={words.relation}
        hint={words.relationHint}
        value={typed.lien}
        maxLength={LONGEST_NAME}
        correction={correction("lien")}
        optional
      />
      <TextField
        name="telephone"
        type="tel"
        label={words.phone}
        value={typed.telephone}
        maxLength={30}
        correction={correction("telephone")}
        optional
      />
      <DateField name="du" label={words.from} value={typed.du} correction={correction("du")} />
      <DateField
        name="au"
        label={words.until}
        hint={words.untilHint}
        value={typed.au}
        correction={correction("au")}
        optional
      />
    </>
  );
}
