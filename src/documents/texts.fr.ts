import type { FoundType } from "./rules/file-refusal.ts";
import type { ReceiveRefusal } from "./vault.ts";

const FORMS = "PDF, ou photo JPEG ou PNG";

const FOUND: Readonly<Record<FoundType, string>> = {
  heic: `Cette photo est au format HEIC, que tous les ordinateurs ne lisent pas. Sur l’iPhone, choisissez « Le plus compatible » dans Réglages, Appareil photo, Formats ; ou envoyez une copie d’écran de la photo.`,
  archive: `Ce fichier est une archive ou un texte de bureau (ZIP, Word, tableur). Enregistrez le document lui-même en PDF, puis envoyez-le.`,
  office: `Ce fichier est un texte de bureau. Enregistrez-le en PDF, puis envoyez-le.`,
  image: `Cette image n’est ni JPEG ni PNG. Enregistrez-la en JPEG, ou photographiez le document.`,
  "web-page": `Ce fichier est une page web, même si son nom dit autre chose. Imprimez la page en PDF, puis envoyez-la.`,
  unknown: `Ce fichier n’est pas d’un format que nous gardons : envoyez un ${FORMS}.`,
};

/** Why a file was not kept, and what to do: the same sentence on every page. */
export function receiveRefusalSentence(refusal: ReceiveRefusal): string {
  switch (refusal.code) {
    case "empty":
      return "Ce fichier est vide. Ouvrez-le d’abord pour voir s’il contient quelque chose.";
    case "too-long":
      return `Ce fichier pèse plus de ${Math.floor(refusal.mostBytes / 1_000_000)} Mo. Photographiez chaque page à part, ou enregistrez le PDF en taille réduite.`;
    case "type":
      return FOUND[refusal.found];
    case "damaged":
      return "Ce fichier est coupé ou abîmé : il ne s’ouvrirait pas. Enregistrez-le de nouveau, ou refaites la photo.";
    case "two-in-one":
      return "Ce fichier contient autre chose que le document : nous ne le gardons pas. Imprimez-le en PDF, ou photographiez-le, puis envoyez le résultat.";
    case "dimensions":
      return `Cette image de ${refusal.width} × ${refusal.height} points est trop grande pour être ouverte. Photographiez le document avec le téléphone.`;
    case "infected":
      return `L’antivirus a trouvé « ${refusal.found} » dans ce fichier. Il n’a pas été gardé. Faites vérifier l’appareil d’où il vient, puis envoyez une photo du document.`;
    case "store-full":
      return "Notre espace de stockage est plein : votre fichier n’a pas été gardé. Réessayez plus tard, ou appelez votre collectivité.";
  }
}

/** A file that the antivirus has not seen yet is opened by nobody. */
export const waitsRefusal = {
  status: 409,
  title: "Ce fichier n’est pas encore vérifié",
  sentences: [
    "L’antivirus ne l’a pas encore regardé, et il ne s’ouvre pas avant.",
    "Revenez dans quelques minutes.",
  ],
} as const;

/** A picture of more points than a press holds. */
export const tooLargeToPrint = {
  status: 409,
  title: "Cette photo est trop grande pour devenir un PDF",
  sentences: ["Elle est gardée comme elle a été envoyée.", "Téléchargez-la telle quelle."],
} as const;

/** Other words of the store. */
export const texts = {
  photographOf: (kind: string) => `Photographie : ${kind}`,
} as const;
