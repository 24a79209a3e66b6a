import { formatDayAndYear } from "#kernel";

import type { Conformity } from "../../../rules/conformity.ts";

const STATES = {
  total: "totalement conforme",
  partial: "partiellement conforme",
  none: "non conforme",
} as const satisfies Record<Conformity["state"], string>;

export const texts = {
  title: "Déclaration d’accessibilité",
  /** What the law wants at the foot of the home page; it stands on every page. */
  mention: ({ state }: Conformity) => `Accessibilité : ${STATES[state]}`,
  commitment: (authority: string) =>
    `${authority} s’engage à rendre son espace citoyen accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005.`,
  scope: (address: string) => `Cette déclaration s’applique à ${address}.`,
  stateTitle: "État de conformité",
  /** The reasons are the faults that are known; an audit that is not finished says so by itself. */
  state: (authority: string, { state, notMet }: Conformity, referential: string) =>
    `L’espace citoyen de ${authority} est ${STATES[state]} au ${referential}${notMet === 0 ? "." : ", pour les raisons dites plus bas."}`,
  resultsTitle: "Résultats des tests",
  results: ({ percent, met, notMet }: Conformity) =>
    `${percent} % des critères applicables sont respectés : ${met} sur ${met + notMet}.`,
  notFinished: ({ notLookedAt }: Conformity) =>
    notLookedAt === 1
      ? "1 critère n’a pas encore été regardé. Tant que l’audit n’est pas fini, l’espace est dit non conforme."
      : `${notLookedAt} critères n’ont pas encore été regardés. Tant que l’audit n’est pas fini, l’espace est dit non conforme.`,
  soFar: ({ met, notMet, notApplicable }: Conformity) =>
    `Jusqu’ici : ${met} respectés, ${notMet} non respectés, ${notApplicable} sans objet.`,
  madeBy: (who: string) => `L’audit a été fait par ${who}.`,
  faultsTitle: "Contenus non accessibles",
  faultsKind: "Non-conformités",
  noFault: "Aucune n’est connue.",
  fault: (criterion: string, what: string) => `${what} (critère ${criterion})`,
  derogationsKind: "Dérogations pour charge disproportionnée",
  exemptKind: "Contenus non soumis à l’obligation d’accessibilité",
  none: "Aucun.",
  noDerogation: "Aucune.",
  madeTitle: "Établissement de cette déclaration",
  madeOn: (day: Temporal.PlainDate) => `Cette déclaration a été établie le ${formatDayAndYear(day)}.`,
  until: (day: Temporal.PlainDate) => `Elle vaut au plus tard jusqu’au ${formatDayAndYear(day)}.`,
  technologies: "Technologies utilisées",
  tools: "Outils de vérification",
  pages: "Pages qui ont été vérifiées",
  contactTitle: "Une page vous bloque ?",
  contact:
    "Dites-le-nous : un agent fait la démarche avec vous ou vous donne l’information autrement, et la page est corrigée.",
  appealTitle: "Voies de recours",
  appeal:
    "Vous nous avez signalé un défaut qui vous empêche d’utiliser l’espace et vous n’avez pas eu de réponse satisfaisante ? Vous pouvez :",
  appeals: [
    {
      before: "écrire au Défenseur des droits sur son ",
      link: { label: "formulaire en ligne", href: "https://formulaire.defenseurdesdroits.fr/" },
    },
    {
      before: "rencontrer son délégué ",
      link: {
        label: "dans votre département",
        href: "https://www.defenseurdesdroits.fr/carte-des-delegues",
      },
    },
  ],
  post: "lui écrire par courrier, gratuitement et sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07",
} as const;
