import { agree, countOf } from "#kernel";

import type { Reached } from "../../campaigns/reached.ts";
import type { Campaign } from "../../campaigns/campaign.ts";
import type { CampaignState } from "../../rules/campaign-state.ts";

/** Words of the agents' pages of campaigns, and of the page that stops news. */
export const texts = {
  title: "Campagnes",
  lead: "Un e-mail ou un SMS à des familles choisies : une fermeture, une grève, une fête. Chacune le reçoit par le moyen qu’elle a choisi.",
  write: "Écrire une campagne",
  none: "Aucune campagne pour l’instant",
  noneMore: "Écrivez-en une : vous verrez qui la recevra avant que rien ne parte.",
  latest: (most: number) => `Les ${most} dernières.`,
  back: "Campagnes",
  troubled: "Messages qui ne sont pas partis",
  columns: { title: "Objet", kind: "Genre", audience: "Pour qui", state: "État" },
  kinds: { service: "Information de service", news: "Actualité" } satisfies Record<Campaign["kind"], string>,
  kindHints: {
    service:
      "Une fermeture, une grève, un horaire : toutes ces familles la reçoivent, et ne peuvent pas la refuser.",
    news: "Ce qui ne fait pas partie du service : seuls les adultes qui l’ont accepté la reçoivent, et un clic l’arrête.",
  } satisfies Record<Campaign["kind"], string>,
  since: {
    draft: () => "Brouillon : personne ne l’a reçue",
    scheduled: (at) => `Programmée pour le ${at}`,
    sending: (at) => `En cours d’envoi depuis le ${at}`,
    stopped: (at) => `Arrêtée le ${at}`,
    sent: (at) => `Envoyée le ${at}`,
    "given-up": (at) => `Abandonnée le ${at}`,
  } satisfies Record<CampaignState, (at: string) => string>,
  untitled: (sms: string) => `SMS : ${sms.length > 50 ? `${sms.slice(0, 50).trimEnd()}…` : sms}`,
  form: {
    newTitle: "Écrire une campagne",
    changeTitle: "Corriger la campagne",
    lead: "Elle reste un brouillon jusqu’à ce que vous l’envoyiez : la page suivante la montre, et dit qui la recevra.",
    kind: "Genre",
    subject: "Objet de l’e-mail",
    body: "Texte de l’e-mail",
    bodyHint:
      "Une ligne vide commence un paragraphe, « - » une liste. Laissez l’objet et le texte vides pour n’envoyer qu’un SMS.",
    sms: "SMS",
    smsHint: "160 signes font un SMS, 70 avec « ê » ou « ç ». Laissez vide pour n’envoyer qu’un e-mail.",
    pace: "Cadence",
    paceHint: "Plus lent, une erreur s’arrête à temps ; plus vite, tout le monde le sait plus tôt.",
    paces: {
      60: "60 messages par minute",
      300: "300 messages par minute",
      1000: "1 000 messages par minute",
    },
    submit: "Voir l’aperçu",
    keep: "Enregistrer",
    nothing: "Écrivez un e-mail, un SMS, ou les deux.",
    noSubject: "Écrivez l’objet de l’e-mail.",
    noBody: "Écrivez le texte de l’e-mail.",
    changed: "Un collègue l’a changée ou lancée pendant que vous écriviez. Relisez-la, puis recommencez.",
  },
  done: {
    ecrite: "Le brouillon est gardé. Rien n’est parti.",
    corrigee: "La correction est gardée.",
    essai: "L’essai est parti, à vous seul.",
    lancee: "L’envoi commence.",
    programmee: "C’est programmé.",
    reprise: "C’est noté : l’envoi continue avec ceux qui attendent encore.",
    annulee: "La programmation est annulée : c’est un brouillon.",
    arretee: "L’envoi est arrêté. Ce qui est parti est parti ; le reste attend.",
    abandonnee: "L’envoi est abandonné : le reste ne partira pas.",
    change: "La campagne avait changé entre-temps : voici où elle en est.",
  },
  facts: {
    state: "État",
    kind: "Genre",
    audience: "Pour qui",
    pace: "Cadence",
    by: "Écrite par",
    reach: "Joints",
  },
  mailPreview: "L’e-mail",
  smsPreview: "Le SMS",
  parts: (parts: number) => `${countOf(parts, "SMS", "SMS")} par destinataire`,
  exampleName: "Claire Exemple",
  reach: {
    title: "Qui la recevra",
    households: "Familles concernées",
    reached: "Familles jointes",
    mails: "E-mails",
    texts: "SMS",
    smsParts: (count: number, parts: number) =>
      parts < 2 ? String(count) : `${count.toLocaleString("fr-FR")} (${count * parts} facturés)`,
    unwanting: "Adultes qui n’ont pas accepté les actualités",
    note: "Compté aujourd’hui ; les destinataires sont arrêtés au moment de l’envoi.",
  },
  unreached: {
    title: "À appeler",
    lead: "Aucun message n’arrive à ces familles : ni adresse, ni portable connus.",
    none: {
      service: "Chaque famille concernée est jointe.",
      news: "Chaque famille qui a accepté les actualités est jointe.",
    } satisfies Record<Campaign["kind"], string>,
    columns: { family: "Famille", adults: "Adultes", phones: "Téléphone" },
    shown: (most: number, all: number) =>
      `Les ${most} premières par nom, sur ${countOf(all, "famille")} ; toutes sont dans le fichier.`,
    csv: "Télécharger la liste (CSV)",
    noPhone: "aucun numéro",
    file: "a-appeler",
  },
  progress: {
    title: "Où en est l’envoi",
    label: (sent: number, all: number) =>
      `${sent.toLocaleString("fr-FR")} sur ${all.toLocaleString("fr-FR")}`,
    columns: {
      channel: "Par",
      all: "Destinataires",
      waiting: "Pas encore écrits",
      queued: "En route",
      sent: "Partis",
      refused: "Refusés",
      leftOut: "Ne la voulaient plus",
    },
    channels: { mail: "E-mail", sms: "SMS" },
  },
  test: {
    title: "L’essayer sur soi",
    lead: (email: string) => `L’e-mail part à ${email}, le SMS au numéro que vous donnez.`,
    phone: "Votre portable, pour le SMS",
    submit: "M’envoyer un essai",
    notMobile: "Écrivez un numéro de portable, par exemple 06 12 34 56 78.",
  },
  acts: {
    title: "Envoyer",
    when: "Quand ?",
    now: "Tout de suite",
    later: "Plus tard, au jour et à l’heure ci-dessous",
    day: "Jour",
    time: "Heure",
    timeHint: "Par exemple 07:30.",
    check: "Vérifier puis envoyer",
    past: "Choisissez un moment à venir.",
    change: "Corriger",
    unschedule: "Annuler la programmation",
    stop: "Arrêter l’envoi",
    resume: "Reprendre l’envoi",
    giveUpTitle: "Abandonner le reste",
    giveUpLead: "Ceux qui n’ont rien reçu ne recevront rien, et cela ne se reprend pas.",
    giveUp: "Abandonner",
  },
  confirm: {
    title: "Envoyer cette campagne ?",
    now: "Elle part tout de suite.",
    at: (at: string) => `Elle part le ${at}.`,
    once: "Un message parti ne se rattrape pas. L’envoi peut être arrêté, puis repris : il continue avec ceux qui attendent encore.",
    send: "Envoyer",
    schedule: "Programmer",
    leave: "Ne pas envoyer",
  },
  stop: {
    title: "Ne plus recevoir les actualités",
    lead: "Un clic, et nous ne vous envoyons plus d’actualités, ni par e-mail ni par SMS. Les messages du service (réservations, factures, fermetures) continuent : un enfant en dépend.",
    submit: "Ne plus les recevoir",
    doneTitle: "C’est fait",
    done: "Vous ne recevrez plus d’actualités. Vous pouvez les accepter de nouveau dans « Mes messages et mes accords ».",
    home: "Aller à mon espace",
    unknownTitle: "Ce lien n’arrête rien",
    unknown:
      "Il est peut-être coupé, ou vient d’un message d’essai. « Mes messages et mes accords » arrête les actualités aussi.",
    messages: "Mes messages et mes accords",
  },
} as const;

/** « 412 familles, dont 398 jointes : 600 e-mails et 20 SMS » */
export function reachSentence({ households, reached, mails, texts: sms }: Reached): string {
  const joined = agree(reached, "jointe", "jointes");
  return `${countOf(households, "famille")}, dont ${reached.toLocaleString("fr-FR")} ${joined} : ${countOf(mails, "e-mail")} et ${sms.toLocaleString("fr-FR")} SMS.`;
}
