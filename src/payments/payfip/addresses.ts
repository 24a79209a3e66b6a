/** Where DGFiP answers. The host changed once already (tipi.budget.gouv.fr), so it is a setting; this is its default. */
export const PAYFIP_ORIGIN = "https://www.payfip.gouv.fr";

/** The namespace of the operations. Only their wrapper is in it: every field stands in none. */
export const PAYFIP_NAMESPACE =
  "http://securite.service.tpa.cp.finances.gouv.fr/services/mas_securite/contrat_paiement_securise/PaiementSecuriseService";

/** Where the service is asked. */
export function serviceAddress(origin: string): string {
  return new URL("/tpa/services/securite", origin).href;
}

/** Where the payer's browser is sent to pay. */
export function pageAddress(origin: string, idOp: string): string {
  const page = new URL("/tpa/paiementws.web", origin);
  page.searchParams.set("idop", idOp);
  return page.href;
}
