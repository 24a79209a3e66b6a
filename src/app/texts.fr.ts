import type { Command } from "./commands/command.ts";

export const texts = {
  usage: (commands: readonly Command[]) =>
    [
      "Préau, l’espace citoyen des familles",
      "",
      ...commands.map(({ usage, summary }) => `  ${usage}\n      ${summary}`),
    ].join("\n"),
  portTaken: (port: number) =>
    `Le port ${port} est déjà pris : arrêtez le programme qui l’occupe, ou choisissez-en un autre avec PORT.`,
  portForbidden: (port: number) =>
    `Le port ${port} n’est pas permis à cet utilisateur : choisissez-en un au-dessus de 1023 avec PORT.`,
  databaseUnreachable: (why: string) =>
    `DATABASE_URL : cette base ne répond pas (${why}). Vérifiez l’adresse, le nom et le mot de passe.`,
  holdsDemonstration:
    "Cette base contient la démonstration : la production commence sur une base vide (autre DATA_DIR ou autre DATABASE_URL).",
  roleMissing: (how: string) =>
    `À faire une fois par l’administrateur de PostgreSQL, pour protéger l’historique contre le programme lui-même : ${how}`,
  ready: (url: string) => `Préau est ouvert : ${url}`,
  simulator: (origin: string) => `  PayFiP    simulateur, ${origin}/simulateur`,
  simulatorReady: (origin: string) => `Le simulateur de PayFiP est ouvert : ${origin}/simulateur`,
  simulatorPortTaken: (port: number) =>
    `Le port ${port} est déjà pris : choisissez-en un autre pour le simulateur avec PAYFIP_SIMULATOR_PORT.`,
  simulatorRefused:
    "Le simulateur de PayFiP ne sert qu’à la démonstration : il ne s’ouvre ni en production, ni avec DATABASE_URL.",
  data: (where: string) => `  Données   ${where}`,
  stop: "  Arrêter   Ctrl-C",
  noAuthority:
    '  Pour commencer :\n    npm exec --no -- preau authority create --name "Votre collectivité" --host espace.exemple.fr --admin-email vous@exemple.fr',
  account: (email: string, who: string) => `    ${email.padEnd(36)} ${who}`,
  accounts: (password: string) => `  Comptes de la démonstration (mot de passe : ${password})`,
  stopping: "Préau s’arrête…",
} as const;
