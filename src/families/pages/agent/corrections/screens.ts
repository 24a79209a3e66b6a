import type { Visit } from "#identity";
import { formText, isoDate, type Route } from "#platform";
import { z } from "zod";

import { correctableGuardian, type GuardianCell } from "../../../corrections/guardian.ts";
import { correctableHousehold, type HouseholdCell } from "../../../corrections/household.ts";
import { correctableParticipant, type ParticipantCell } from "../../../corrections/participant.ts";
import { correctableSchooling, type SchoolingCell } from "../../../corrections/schooling.ts";
import { readPhone } from "../../../onde/parse/cells.ts";
import { schoolYearsToCorrect } from "../../../onde/rules/school-year.ts";
import { LONGEST_NAME } from "../../shared/person-form.ts";
import { texts as shared } from "../../shared/texts.fr.ts";
import {
  aName,
  FIRST_YEAR,
  guardianFields,
  homeFields,
  LONGEST_LINE,
  readAs,
} from "../members/member-form.ts";
import { texts as members } from "../members/texts.fr.ts";
import { correctionRoutes, type CorrectionScreen } from "./correction-routes.tsx";
import { texts } from "./texts.fr.ts";

const { person } = shared;

const firstName = {
  field: "firstName",
  name: "prenom",
  label: person.firstName,
  input: aName(person.noFirstName),
  maxLength: LONGEST_NAME,
} as const;
const lastName = {
  field: "lastName",
  name: "nom",
  label: person.lastName,
  input: aName(person.noLastName),
  maxLength: LONGEST_NAME,
} as const;

const household: CorrectionScreen<HouseholdCell> = {
  path: "/agent/familles/:household/corriger",
  record: correctableHousehold,
  anchor: "adults",
  title: () => texts.household.title,
  warning: (changed, today) => (changed.has("commune") ? texts.household.otherCommune(today) : undefined),
  fields: [
    {
      field: "label",
      name: "foyer",
      label: texts.household.label,
      input: aName(texts.household.noLabel),
      maxLength: LONGEST_NAME,
    },
    {
      field: "street",
      name: "adresse",
      label: members.household.street,
      input: homeFields.adresse,
      maxLength: LONGEST_LINE,
      optional: true,
    },
    {
      field: "postcode",
      name: "code-postal",
      label: members.household.postcode,
      input: homeFields["code-postal"],
      maxLength: 10,
      optional: true,
    },
    {
      field: "commune",
      name: "commune",
      label: members.household.commune,
      hint: members.household.communeHint,
      input: homeFields.commune,
      maxLength: LONGEST_NAME,
    },
  ],
};

const phone = (field: "phoneMobile" | "phoneHome" | "phoneWork", name: string, label: string) =>
  ({
    field,
    name,
    label,
    input: readAs(30, readPhone, person.badPhone).default(""),
    maxLength: 30,
    as: "tel",
    optional: true,
  }) as const;

const guardian: CorrectionScreen<GuardianCell> = {
  path: "/agent/familles/:household/responsables/:record/corriger",
  record: correctableGuardian,
  anchor: "adults",
  title: (cells) => texts.guardian.title(`${cells.firstName} ${cells.lastName}`),
  fields: [
    {
      field: "civility",
      name: "civilite",
      label: members.guardian.civility,
      input: guardianFields.civilite,
      maxLength: 4,
      as: {
        options: (["", "Mme", "M."] as const).map((value) => ({
          value,
          label: members.guardian.civilities[value],
        })),
      },
      optional: true,
    },
    firstName,
    lastName,
    phone("phoneMobile", "portable", texts.mobile),
    phone("phoneHome", "domicile", texts.home),
    phone("phoneWork", "travail", texts.work),
    {
      field: "email",
      name: "email",
      label: members.guardian.email,
      input: guardianFields.email,
      maxLength: 200,
      as: "email",
      optional: true,
    },
  ],
};

const birthDay = z
  .union([z.literal(""), isoDate.transform((date) => date.toString())])
  .default("")
  .refine((text) => text === "" || Number(text.slice(0, 4)) >= FIRST_YEAR, members.participant.tooOld);

const participant: CorrectionScreen<ParticipantCell> = {
  path: "/agent/familles/:household/enfants/:record/corriger",
  record: correctableParticipant,
  anchor: "children",
  title: (cells) => texts.participant.title(`${cells.firstName} ${cells.usageName || cells.lastName}`),
  more: ({ householdId, recordId }, today) =>
    schoolYearsToCorrect(today).map((year) => ({
      label: texts.schooling.title(year),
      href: `/agent/familles/${householdId}/enfants/${recordId}/ecole/${year}`,
    })),
  fields: [
    firstName,
    lastName,
    {
      field: "usageName",
      name: "usage",
      label: texts.usageName,
      input: formText(LONGEST_NAME).default(""),
      maxLength: LONGEST_NAME,
      optional: true,
    },
    {
      field: "birthDate",
      name: "naissance",
      label: members.participant.birthDate,
      hint: texts.birthHint,
      input: birthDay,
      maxLength: 10,
      as: "date",
      optional: true,
    },
  ],
};

const ofSchool = (field: SchoolingCell, name: string, words: { label: string; hint: string }) =>
  ({
    field,
    name,
    ...words,
    input: formText(LONGEST_NAME).default(""),
    maxLength: LONGEST_NAME,
    optional: true,
  }) as const;

const schooling: CorrectionScreen<SchoolingCell> = {
  path: "/agent/familles/:household/enfants/:record/ecole/:annee",
  record: correctableSchooling,
  anchor: "children",
  title: (_cells, { schoolYear = "" }) => texts.schooling.title(schoolYear),
  fields: [
    ofSchool("schoolName", "ecole", texts.schooling.school),
    ofSchool("level", "niveau", texts.schooling.level),
    ofSchool("className", "classe", texts.schooling.className),
  ],
};

/** Agents correct a household, its adults and its children. */
export const fileCorrectionRoutes: readonly Route<Visit>[] = [
  ...correctionRoutes(household),
  ...correctionRoutes(guardian),
  ...correctionRoutes(participant),
  ...correctionRoutes(schooling),
];
