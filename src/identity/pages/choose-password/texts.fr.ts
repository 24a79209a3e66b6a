import type { PasswordRefusal } from "../../rules/password.ts";

/** Words of choosing a password through a single-use link. */
export const texts = {
  title: "Choisir un mot de passe",
  intro: "Pour le compte",
  advice:
    "12 caractères au moins. Le plus simple : quatre ou cinq mots sans lien entre eux. Les espaces, les accents et les chiffres sont permis, rien n’est obligatoire.",
  email: "Adresse e-mail",
  password: "Nouveau mot de passe",
  submit: "Enregistrer ce mot de passe",
  effect: "Vos autres appareils seront déconnectés.",
  noPassword: "Écrivez un mot de passe.",
  busy: "Beaucoup de personnes se connectent en ce moment. Réessayez dans une minute.",
  refusal: {
    "too-short": (why) => `Ajoutez des caractères : il en faut ${why.shortest} au moins.`,
    "too-long": (why) => `Enlevez des caractères : ${why.longest} au plus.`,
    common: () => "Beaucoup de gens choisissent ce mot de passe, il serait vite deviné. Prenez-en un autre.",
    "contains-email": () => "N’y mettez pas votre adresse e-mail : on l’essaierait en premier.",
  } satisfies {
    [Code in PasswordRefusal["code"]]: (why: Extract<PasswordRefusal, { code: Code }>) => string;
  },
  link: {
    unknown: {
      title: "Ce lien ne mène à rien",
      sentence: "Vérifiez que l’adresse est complète : copiez-la jusqu’au dernier caractère.",
    },
    used: {
      title: "Ce lien a déjà servi",
      sentence: "Un mot de passe a déjà été choisi avec lui. Si c’était vous, connectez-vous.",
    },
    expired: (moment: string) => ({
      title: "Ce lien n’est plus valable",
      sentence: `Il a pris fin le ${moment}. Demandez-en un nouveau à votre collectivité.`,
    }),
  },
  contact: (ways: string) => `Pour obtenir un nouveau lien : ${ways}.`,
  signIn: "Se connecter",
} as const;
