import { randomUUID } from "node:crypto";

import { accept, publish, rewrite, writeDraft, type Audience } from "#publications";
import type { SignedIn } from "#identity";
import { parseId, type Id } from "#kernel";

import { mustBeDone, visitOf } from "./acting.ts";
import type { Story } from "./bookings.ts";

/** Who writes and who reads. */
interface Readers {
  administrator: SignedIn;
  reception: SignedIn;
  /** Adults who accepted the first version of the rules. */
  accepting: readonly SignedIn[];
}

interface Told {
  kind: "news" | "rules";
  audience: Audience;
  title: string;
  body: string;
  by: SignedIn;
  at: Temporal.Instant;
  /** Null for a draft. */
  from: Temporal.Instant | null;
  pinned?: boolean;
}

const FAMILIES: Audience = { reach: "families", targets: [] };

const RULES = `Ce règlement vaut pour la restauration scolaire et l’accueil du matin et du soir.

# Réserver et annuler
- Les repas se réservent et s’annulent sur l’espace, jusqu’au délai écrit sur chaque jour.
- Une absence annoncée après ce délai est facturée, sauf justificatif.

# À la fin de la journée
L’enfant est remis à un adulte que la famille a désigné sur l’espace.`;

/** A few publications: news for all and for one school, one to come, a draft, and rules that changed last week. */
export async function publishNews(story: Story, siteId: Id<"site">, readers: Readers): Promise<void> {
  const { now, opened } = story;
  const { administrator, reception } = readers;
  const daysAgo = (days: number) => now.subtract({ hours: 24 * days });
  await tell(story, {
    kind: "news",
    audience: { reach: "public", targets: [] },
    title: "Les vacances se réservent ici",
    body: "Les accueils de loisirs des prochaines vacances ouvrent à la réservation sur cet espace.\n\nIl vous faut :\n- un compte, ouvert avec la clé que vous avez reçue ;\n- le quotient familial de votre foyer.\n\nSans ordinateur, l’accueil vous aide au téléphone.",
    by: reception,
    at: daysAgo(6),
    from: daysAgo(6),
    pinned: true,
  });
  await tell(story, {
    kind: "news",
    audience: { reach: "site", targets: [{ subjectId: siteId }] },
    title: "Repas de fête à l’école de Rue",
    body: "Le repas de fête aura lieu le dernier jeudi avant les vacances. Il se réserve comme les autres jours.",
    by: reception,
    at: daysAgo(3),
    from: daysAgo(3),
  });
  await tell(story, {
    kind: "news",
    audience: FAMILIES,
    title: "Fermeture de l’accueil entre les fêtes",
    body: "L’accueil téléphonique est fermé entre Noël et le jour de l’an. L’espace reste ouvert.",
    by: reception,
    at: daysAgo(1),
    from: now.add({ hours: 24 * 7 }),
  });
  await tell(story, {
    kind: "news",
    audience: FAMILIES,
    title: "Enquête sur les menus",
    body: "Que pensez-vous des menus ? Texte à relire avant de publier.",
    by: administrator,
    at: daysAgo(1),
    from: null,
  });
  const rules = await tell(story, {
    kind: "rules",
    audience: FAMILIES,
    title: "Règlement intérieur",
    body: RULES,
    by: administrator,
    at: opened,
    from: opened,
  });
  const changedAt = daysAgo(7);
  const between = Temporal.Instant.compare(opened, changedAt) < 0;
  for (const adult of readers.accepting) {
    const { guardian } = adult;
    if (guardian === null) continue;
    const visit = visitOf(story, adult, opened);
    await mustBeDone(
      accept({ ...visit, actor: { ...adult, guardian } }, { publicationId: rules, version: 1 }),
    );
  }
  await mustBeDone(
    rewrite(visitOf(story, administrator, between ? changedAt : now), {
      publicationId: rules,
      version: 1,
      title: "Règlement intérieur",
      body: `${RULES} Une pièce d’identité lui est demandée la première fois.`,
      asks: true,
    }),
  );
}

async function tell(story: Story, told: Told): Promise<Id<"publication">> {
  const { by, at, from, pinned = false, ...draft } = told;
  const publicationId = parseId<"publication">(randomUUID());
  if (publicationId === undefined) throw new Error("A new id is no id");
  const visit = visitOf(story, by, at);
  await mustBeDone(writeDraft(visit, { publicationId, ...draft }));
  if (from !== null) await mustBeDone(publish(visit, publicationId, { at: from, pinned }));
  return publicationId;
}
