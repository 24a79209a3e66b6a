import { formatDayAndYear } from "#kernel";

/** Words of the messages about requests. */
export const texts = {
  greeting: (name: string) => `Bonjour ${name},`,
  signature: (authority: string, phone: string) =>
    phone === "" ? authority : `${authority}\nUne question ? Appelez le ${phone}.`,
  see: "Voir ma demande",
  discreet: "Pour protéger votre vie privée, la réponse est seulement dans votre espace.",
  subject: {
    submit: (title: string) => `Accusé de réception. ${title}`,
    complete: (title: string) => `Votre complément est reçu. ${title}`,
    withdraw: (title: string) => `Vous avez retiré votre demande. ${title}`,
    take: (title: string) => `Votre demande est prise en charge. ${title}`,
    ask: (title: string) => `Il manque quelque chose à votre demande. ${title}`,
    answer: (title: string) => `Un message sur votre demande. ${title}`,
    accept: (title: string) => `Votre demande est acceptée. ${title}`,
    refuse: (title: string) => `Votre demande est refusée. ${title}`,
  },
  taken: (agent: string) => `${agent} s’occupe de votre demande.`,
  asked: "Ce qu’il manque :",
  replyBy: (day: Temporal.PlainDate) => `Répondez avant le ${formatDayAndYear(day)}, depuis votre espace.`,
  answered: "Un agent vous écrit :",
  accepted: "Votre demande est acceptée : ce que vous demandiez est fait.",
  reason: "Le motif :",
  appeal: "Comment contester cette décision :",
  withdrawn: "Vous avez retiré cette demande : rien ne sera changé.",
} as const;
