import type { GeneratedFamily } from "#families";

type Child = GeneratedFamily["children"][number];
type Guardian = GeneratedFamily["guardians"][number];

const CLAIRE_AT = { street: "14 rue des Marais", postcode: "80120", commune: "Rue" };
const THOMAS_AT = { street: "3 rue du Moulin", postcode: "80550", commune: "Le Crotoy" };
const SOPHIE_AT = { street: "6 rue de la Forêt", postcode: "80150", commune: "Crécy-en-Ponthieu" };
const KARIM_AT = { street: "27 avenue de la Plage", postcode: "80120", commune: "Rue" };

const CAMILLE_AT = { street: "18 chaussée du Bois", postcode: "80100", commune: "Abbeville" };
const JULIE_AT = { street: "5 rue du Marquenterre", postcode: "80120", commune: "Rue" };

/** Claire Lefebvre and her two elder children; the eldest has a father at another address, the second lives with his. */
export function lefebvreInRue(startYear: number): readonly GeneratedFamily[] {
  const zoe = child("Bernard", "Zoé", startYear - 9, { name: "CM1", cycle: "CYCLE III", age: 9 }, CLAIRE_AT);
  const hugo = child(
    "Lefebvre",
    "Hugo",
    startYear - 7,
    { name: "CE1", cycle: "CYCLE II", age: 7 },
    CLAIRE_AT,
  );
  const thomas = guardian("M.", "Bernard", "Thomas", THOMAS_AT, "06 39 98 10 02", [zoe]);
  const marc = guardian("M.", "Delattre", "Marc", CLAIRE_AT, "06 39 98 10 04", [hugo]);
  return [{ kind: "blended", children: [zoe, hugo], guardians: [claire([zoe, hugo]), marc, thomas] }];
}

/** Her youngest, at the nursery school of another commune. */
export function lefebvreInQuend(startYear: number): readonly GeneratedFamily[] {
  const lina = child("Lefebvre", "Lina", startYear - 4, { name: "MS", cycle: "CYCLE I", age: 4 }, CLAIRE_AT);
  return [{ kind: "single", children: [lina], guardians: [claire([lina])] }];
}

/** Karim Benali and his daughter. */
export function benali(startYear: number): readonly GeneratedFamily[] {
  const ines = child("Benali", "Inès", startYear - 6, { name: "CP", cycle: "CYCLE II", age: 6 }, KARIM_AT);
  const karim = guardian("M.", "Benali", "Karim", KARIM_AT, "06 39 98 10 03", [ines]);
  return [{ kind: "single", children: [ines], guardians: [karim] }];
}

/** Camille Roger lives outside the communes: what is kept for their inhabitants is not for her son. */
export function roger(startYear: number): readonly GeneratedFamily[] {
  const level = { name: "CM1", cycle: "CYCLE III", age: 9 };
  const tom = child("Roger", "Tom", startYear - 9, level, CAMILLE_AT);
  const camille = guardian("Mme", "Roger", "Camille", CAMILLE_AT, "06 39 98 10 06", [tom]);
  return [{ kind: "single", children: [tom], guardians: [camille] }];
}

/** Julie Carpentier gave no telephone: her file is not complete. */
export function carpentier(startYear: number): readonly GeneratedFamily[] {
  const level = { name: "CE2", cycle: "CYCLE III", age: 8 };
  const manon = child("Carpentier", "Manon", startYear - 8, level, JULIE_AT);
  const julie = guardian("Mme", "Carpentier", "Julie", JULIE_AT, "", [manon]);
  return [{ kind: "single", children: [manon], guardians: [julie] }];
}

/** Sophie Duhamel and the one of her children who is in the register. */
export function duhamel(startYear: number): readonly GeneratedFamily[] {
  const jules = child(
    "Duhamel",
    "Jules",
    startYear - 7,
    { name: "CE1", cycle: "CYCLE II", age: 7 },
    SOPHIE_AT,
  );
  const sophie = guardian("Mme", "Duhamel", "Sophie", SOPHIE_AT, "06 39 98 10 05", [jules]);
  return [{ kind: "single", children: [jules], guardians: [sophie] }];
}

const claire = (children: readonly Child[]): Guardian =>
  guardian("Mme", "Lefebvre", "Claire", CLAIRE_AT, "06 39 98 10 01", children);

const BOYS: ReadonlySet<string> = new Set(["Hugo", "Jules", "Tom"]);

function child(
  lastName: string,
  firstName: string,
  birthYear: number,
  level: Child["level"],
  address: Child["address"],
): Child {
  return {
    lastName,
    usageName: "",
    firstName,
    girl: !BOYS.has(firstName),
    birthDate: `${birthYear}-05-12`,
    level,
    className: `${level.name} - Mme Sueur`,
    address,
  };
}

function guardian(
  civility: Guardian["civility"],
  lastName: string,
  firstName: string,
  address: Guardian["address"],
  phoneMobile: string,
  children: readonly Child[],
): Guardian {
  return {
    civility,
    lastName,
    usageName: "",
    firstName,
    address,
    email: `${firstName}.${lastName}@exemple.fr`.toLowerCase(),
    phoneHome: "",
    phoneWork: "",
    phoneMobile,
    children,
  };
}
