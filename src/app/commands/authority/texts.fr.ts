import type { LogoRefusal, NewAuthorityRefusal } from "#identity";

/** What « preau authority » prints. */
export const texts = {
  unknownAction: (action: string) =>
    `« ${action} » n’est pas une action : écrivez create, list, link ou logo après « preau authority ».`,
  missing: (option: string) => `Il manque ${option}.`,
  unknownOption:
    "Une option n’est pas comprise : écrivez --name, --host et --admin-email, chacune avec sa valeur.",
  refusal: {
    "no-name": () => "Écrivez le nom de la collectivité après --name.",
    "bad-host": () =>
      "--host : écrivez un nom d’hôte seul, par exemple espace.exemple.fr (sans https:// ni port).",
    "host-taken": ({ host }) => `L’hôte ${host} répond déjà pour une collectivité : choisissez-en un autre.`,
    "bad-email": () => "--admin-email : écrivez une adresse, par exemple vous@exemple.fr.",
  } satisfies {
    [Code in NewAuthorityRefusal["code"]]: (refusal: Extract<NewAuthorityRefusal, { code: Code }>) => string;
  },
  created: (name: string, host: string) => `La collectivité « ${name} » est créée sur ${host}.`,
  chooseLink: "Ce lien permet une seule fois de choisir le mot de passe, à transmettre à son destinataire :",
  validFor: (days: number) => `Il est valable ${days} jours.`,
  none: "Aucune collectivité pour le moment.",
  demonstration: "(démonstration)",
  unknownHost: (host: string) =>
    `Aucune collectivité ne répond à ${host} : « preau authority list » les montre.`,
  unknownEmail: (email: string) => `Aucun compte n’a l’adresse ${email} dans cette collectivité.`,
  unreadableFile: (path: string) => `Le fichier ${path} ne peut pas être lu.`,
  logo: {
    "too-large": ({ largest, bytes }) =>
      `Ce logo pèse ${bytes} octets : ${largest} au plus, pour que les pages restent légères.`,
    "not-an-image": () =>
      "Ce fichier n’est ni un PNG ni un WebP : convertissez-le (un SVG n’est pas accepté, il peut contenir du code).",
  } satisfies { [Code in LogoRefusal["code"]]: (refusal: Extract<LogoRefusal, { code: Code }>) => string },
  logoSet: (width: number, height: number) => `Le logo est en place (${width} × ${height} pixels).`,
} as const;
