export { declarePerson } from "./authorised-persons/declare-person.ts";
export { endPerson } from "./authorised-persons/end-person.ts";
export {
  isOver,
  personsDeclaredBy,
  personsForFile,
  type AuthorisedPerson,
} from "./authorised-persons/persons.ts";
export { changeHealthRecord } from "./health/change-health-record.ts";
export { healthRecordOf, openHealthRecord } from "./health/health-record.ts";
export { isWithinReach, ownDocuments } from "./documents/own-documents.ts";
export { ownVersion } from "./documents/own-documents.ts";
export { chosenFile, sendDocument, type SendRefusal } from "./documents/send-document.ts";
export { changeContactDetails, contactDetails, type ContactDetails } from "./contact/contact-details.ts";
export { reachedChildren, type ReachedChild } from "./members/children.ts";
export { ownHouseholds, type OwnHousehold } from "./members/own-households.ts";
export {
  correctionOf as documentCorrection,
  readDocumentFields,
  typedDocument,
} from "./pages/shared/documents/send-fields.ts";
export { SendForm, type TypedDocument } from "./pages/shared/documents/send-form.tsx";
export { readEmail, readPhone, readPostcode } from "./onde/parse/cells.ts";
export { validityOf } from "./documents/validity.ts";
export { endingDocumentsJob, tellInfected } from "./emails/tell-documents.ts";
export { documentPeople } from "./documents/people.ts";
export { OpenLinks, ValidityLabel } from "./pages/shared/documents/document-line.tsx";
export { texts as documentWords } from "./pages/family/documents/texts.fr.ts";
export { leaveHousehold, lockPerson, type LeavingPerson } from "./departures/leave-household.ts";
export { startOwnHousehold } from "./departures/own-household.ts";
export { forgetHousehold } from "./forgetting/forget-household.ts";
export { oldHealthRecords } from "./forgetting/old-health-records.ts";
export { oldPersons } from "./forgetting/old-persons.ts";
export { leftHousehold, type LeftPerson } from "./departures/left-people.ts";
export { addGuardian } from "./members/add-guardian.ts";
export { addParticipant } from "./members/add-participant.ts";
export { extractionOf, writeExtraction } from "./onde/generator/extraction.ts";
export { type GeneratedFamily, generateFamilies } from "./onde/generator/families.ts";
export { applyOndeImport, type OndeOutcome, planOndeImport } from "./onde/import-onde.ts";
export { jsonReport } from "./onde/report/json-report.ts";
export { frenchReport } from "./onde/report/report.ts";
export { chooseMessages } from "./consents/choose-messages.ts";
export { consentSubjects, withdrawNews } from "./consents/consents.ts";
export { tellContactChanged } from "./emails/tell-contact-changed.ts";
export { contactRoutes } from "./pages/family/contact/routes.ts";
export { familyDocumentRoutes } from "./pages/family/documents/routes.tsx";
export { familiesRoutes } from "./pages/routes.ts";
export { HealthFacts } from "./pages/shared/health-view.tsx";
export { searchWords } from "./rules/search-words.ts";
export { paiWord } from "./rules/pai.ts";
export { nameTerritory } from "./territory/territory.ts";
export { withholdAuthority } from "./withheld-authority/withhold-authority.ts";
export { withheldIn, type WithheldAuthority } from "./withheld-authority/withheld.ts";
