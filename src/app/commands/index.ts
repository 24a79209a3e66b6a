import { authority } from "./authority/index.ts";
import { backup } from "./backup/backup.ts";
import { restore } from "./backup/restore.ts";
import type { Command } from "./command.ts";
import { importCommand } from "./import-onde/index.ts";
import { keys } from "./keys/keys.ts";
import { rules } from "./rule-set/index.ts";
import { simulator } from "./simulator.ts";
import { start } from "./start.ts";

/** Every command by its name. */
export const commands: Readonly<Record<string, Command>> = {
  start: { usage: "preau start", summary: "ouvre l’espace citoyen", run: start },
  simulator: {
    usage: "preau simulator",
    summary: "ouvre seul le simulateur de PayFiP ; start l’ouvre déjà pour la démonstration",
    run: simulator,
  },
  authority: {
    usage:
      "preau authority create --name … --host … --admin-email … | list | link HÔTE E-MAIL | logo HÔTE FICHIER",
    summary: "crée une collectivité, les liste, donne un lien pour choisir un mot de passe, place un logo",
    run: authority,
  },
  import: {
    usage:
      "preau import onde --eleves F --responsables F [--authority HÔTE] [--school ÉCOLE] [--json] [--apply --legal-basis …]",
    summary: "dit ce que l’extraction d’Onde créerait, changerait ou refuserait ; l’applique avec --apply",
    run: importCommand,
  },
  rules: {
    usage:
      "preau rules check FICHIER | deadline FICHIER --activity … --unit … --slot DATE | price FICHIER --case CAS.json | import FICHIER --from DATE [--authority HÔTE] [--apply] | export [--on DATE] [--authority HÔTE]",
    summary:
      "vérifie le fichier du règlement, en calcule les délais et les prix, le reprend, écrit le règlement en vigueur",
    run: rules,
  },
  keys: {
    usage: "preau keys rotate [--authority HÔTE]",
    summary: "donne une nouvelle clé aux documents d’une collectivité, sans rien arrêter",
    run: keys,
  },
  backup: {
    usage: "preau backup FICHIER [--authority NOM-OU-HÔTE]",
    summary: "sauvegarde la base dans un fichier, sans rien arrêter",
    run: backup,
  },
  restore: {
    usage: "preau restore FICHIER",
    summary: "remet une sauvegarde dans une base vide",
    run: restore,
  },
};
