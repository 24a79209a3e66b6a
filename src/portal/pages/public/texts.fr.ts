export const texts = {
  help: {
    title: "Aide et contact",
    intro: "Une question, un blocage ? Appelez ou écrivez : un agent peut réserver ou annuler à votre place.",
    phone: "Téléphone",
    email: "Adresse électronique",
    hours: "Horaires",
    nobody:
      "Votre collectivité n’a pas encore indiqué de contact ici. Adressez-vous à l’accueil de la mairie.",
    questions: [
      {
        question: "Jusqu’à quand puis-je réserver ou annuler ?",
        answer:
          "La date limite est écrite sur chaque jour du planning. Elle saute les jours qui ne comptent pas, comme les week-ends et les jours fériés.",
      },
      {
        question: "Comment savoir si c’est bien enregistré ?",
        answer:
          "Après chaque envoi, un reçu s’affiche et un courriel part. Tout reste dans votre historique.",
      },
      {
        question: "Ma connexion a coupé pendant l’envoi.",
        answer:
          "Rouvrez le planning : il montre ce qui est enregistré. Envoyer deux fois la même page ne compte qu’une fois.",
      },
    ],
  },
  personalData: {
    title: "Données personnelles",
    paragraphs: [
      "Votre collectivité utilise vos données pour l’inscription, l’accueil et la facturation de vos enfants : c’est une mission d’intérêt public (article 6-1-e du RGPD).",
      "Seuls les agents qui en ont besoin y ont accès ; chaque consultation de votre dossier est notée dans un journal.",
      "Vous pouvez demander à voir vos données, à les corriger ou à en limiter l’usage auprès de votre collectivité.",
    ],
  },
} as const;
