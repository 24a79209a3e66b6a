import type { ChildField, GuardianField, HouseholdField } from "../rules/plan.ts";
import type { OndeFile } from "../rules/refusal.ts";

/** Names of the cells on the report. */
export const FIELD: Readonly<Record<ChildField | GuardianField | HouseholdField, string>> = {
  lastName: "Nom",
  usageName: "Nom d’usage",
  firstName: "Prénom",
  birthDate: "Date de naissance",
  schoolName: "École",
  level: "Niveau",
  className: "Classe",
  civility: "Civilité",
  email: "Courriel",
  phoneHome: "Téléphone domicile",
  phoneWork: "Téléphone travail",
  phoneMobile: "Téléphone portable",
  label: "Foyer",
  street: "Adresse",
  postcode: "Code postal",
  commune: "Commune",
};

export const FILE: Readonly<Record<OndeFile, string>> = { eleves: "élèves", responsables: "responsables" };

export const ENCODING = { "utf-8": "UTF-8", "windows-1252": "ISO-8859-1", unknown: "inconnu" } as const;

export const ACTION = { create: "créer", change: "modifier", unchanged: "sans changement" } as const;
