import type { KindModel } from "../kind-model.ts";

/** An adult who wants no account any more. */
export const closureModel: KindModel = {
  effect: "closure",
  label: "Fermer mon compte",
  lead: "Quand plus rien n’est réservé, dû ni en cours de paiement. Votre dossier est gardé le temps que la loi demande, puis effacé.",
  shared: false,
  forgotten: false,
  form: () => ({
    steps: [
      {
        name: "raison",
        title: "Voulez-vous nous dire pourquoi ?",
        help: "Vous n’y êtes pas obligé. Une fois le compte fermé, vous ne pouvez plus vous connecter : gardez vos factures et vos attestations avant.",
        fields: [
          { name: "raison", label: "Voulez-vous nous dire pourquoi ?", type: "long-text", optional: true },
        ],
      },
    ],
  }),
};
