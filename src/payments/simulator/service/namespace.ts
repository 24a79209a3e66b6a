/** The namespace of the operations, as the service publishes it. Written apart from the client's, so that one checks the other. */
export const NAMESPACE =
  "http://securite.service.tpa.cp.finances.gouv.fr/services/mas_securite/contrat_paiement_securise/PaiementSecuriseService";
