import { DatabaseError } from "pg";

import { texts as crowdTexts } from "../crowd/texts.fr.ts";
import type { Answer, Page, RefusalPage } from "./answer.ts";

type Refusal = Extract<Answer, { kind: "refusal" }>;

/** No authority answers at this host. */
export const unknownHost: Refusal = {
  kind: "refusal",
  refusal: {
    status: 404,
    title: "Cette adresse ne mène à aucun espace citoyen",
    sentences: ["Vérifiez l’adresse que votre collectivité vous a donnée."],
  },
};

/** What does not exist, or may not be seen: the same words for both. */
export const unknownPage: Refusal = {
  kind: "refusal",
  refusal: {
    status: 404,
    title: "Cette page n’existe pas",
    sentences: ["L’adresse est peut-être incomplète, ou la page ne vous est pas destinée."],
    next: { label: "Aller à l’accueil", href: "/" },
  },
};

/** A form without its token: an old page, a browser that refuses cookies, or another site. */
export const oldForm = (backTo: string | undefined): Refusal => ({
  kind: "refusal",
  refusal: {
    status: 403,
    title: "Cette page était ouverte depuis trop longtemps",
    sentences: [
      "Rien n’a été enregistré.",
      "Revenez à la page, rechargez-la et envoyez votre demande de nouveau. Si cela continue, autorisez les cookies de ce site dans votre navigateur.",
    ],
    next:
      backTo === undefined
        ? { label: "Aller à l’accueil", href: "/" }
        : { label: "Revenir à la page", href: backTo },
  },
});

/** What no page of ours can have sent. */
export const unreadable: Refusal = {
  kind: "refusal",
  refusal: {
    status: 400,
    title: "Nous n’avons pas compris cet envoi",
    sentences: ["Rien n’a été enregistré.", "Revenez à la page précédente et envoyez-la de nouveau."],
  },
};

/** Far more came at once than can be kept waiting. */
export const crowded: Refusal = {
  kind: "refusal",
  refusal: { status: 503, title: crowdTexts.fullTitle, sentences: crowdTexts.full },
};

/** The refusal of something thrown: what the sender can mend, else a page that tells it is our doing. */
export function failurePage(error: unknown, id: string): Refusal & { refusal: RefusalPage } {
  const status = statusOf(error);
  if (status === 413) {
    return sorry(413, "Cet envoi est trop volumineux", [
      "Rien n’a été enregistré.",
      "Envoyez moins de lignes à la fois.",
    ]);
  }
  if (status >= 400 && status < 500) {
    return unreadable;
  }
  return sorry(isOutage(error) ? 503 : 500, "Un problème est survenu de notre côté", [
    "Rien de ce que vous venez d’envoyer n’a été enregistré, sauf si un reçu vous a été envoyé.",
    `Réessayez dans quelques minutes. Si cela continue, appelez votre collectivité et donnez-lui ce repère : ${id}.`,
  ]);
}

/** The page of a refusal. */
export function refusalPage({ title, sentences, next }: RefusalPage): Page {
  return {
    title,
    main: (
      <div class="refusal">
        <h1>{title}</h1>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {next === undefined ? null : (
          <p>
            <a href={next.href}>{next.label}</a>
          </p>
        )}
      </div>
    ),
  };
}

function sorry(status: RefusalPage["status"], title: string, sentences: readonly string[]): Refusal {
  return { kind: "refusal", refusal: { status, title, sentences } };
}

function statusOf(error: unknown): number {
  if (typeof error !== "object" || error === null || !("statusCode" in error)) return 500;
  return typeof error.statusCode === "number" ? error.statusCode : 500;
}

/** The database is away for a moment: « 57P0x », or no connection at all. */
function isOutage(error: unknown): boolean {
  if (error instanceof DatabaseError) return error.code?.startsWith("57P") ?? false;
  return error instanceof Error && /ECONN|Connection terminated|timeout exceeded/.test(error.message);
}
