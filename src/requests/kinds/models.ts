import type { KindModel } from "./kind-model.ts";
import { absenceModel } from "./models/absence.fr.ts";
import { adultModel } from "./models/adult.fr.ts";
import { certificateModel } from "./models/certificate.fr.ts";
import { childModel } from "./models/child.fr.ts";
import { closureModel } from "./models/closure.fr.ts";
import { contactModel } from "./models/contact.fr.ts";
import { enrolmentModel } from "./models/enrolment.fr.ts";
import { paiModel } from "./models/pai.fr.ts";
import { personModel } from "./models/person.fr.ts";
import { quotientModel } from "./models/quotient.fr.ts";
import { questionModel } from "./models/question.fr.ts";
import { separationModel } from "./models/separation.fr.ts";

/** What Préau brings, the most useful first; an authority opens one by its name. */
export const MODELS = {
  coordonnees: contactModel,
  enfant: childModel,
  adulte: adultModel,
  personne: personModel,
  inscription: enrolmentModel,
  quotient: quotientModel,
  absence: absenceModel,
  pai: paiModel,
  separation: separationModel,
  attestation: certificateModel,
  cloture: closureModel,
  question: questionModel,
} as const satisfies Record<string, KindModel>;

/** The name of a model, as a form of ours sends it. */
export type ModelName = keyof typeof MODELS;
