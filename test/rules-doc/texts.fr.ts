export const texts = {
  heading: "# Les règles de Préau",
  introduction:
    "Ce que Préau décide tout seul, expliqué à l’agent qui doit pouvoir le redire à une famille. Chaque règle est écrite à côté du programme qui l’applique, dans le fichier nommé sous elle ; ce document en est tiré par `node bin/rules-doc` et ne se corrige donc pas ici.",
  source: (path: string) => `Fichier : [${path}](../${path})`,
} as const;
