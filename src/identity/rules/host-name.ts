/**
 * A host as the directory keeps it: lower case, no scheme, no port. « Espace.Exemple.fr » gives
 * « espace.exemple.fr »; « https://… », « a b » or « -x.fr » give undefined.
 */
export function hostName(text: string): string | undefined {
  const host = text.trim().toLowerCase();
  if (host.length > 253) return undefined;
  const label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  return new RegExp(`^${label}(\\.${label})*$`).test(host) ? host : undefined;
}

/**
 * The address of an espace, for a link that is printed or sent: https on its own host, except where the
 * program itself is reached otherwise (« http://localhost:3000 » on the technician's machine).
 * @param publicUrl the origin of the default host, from PUBLIC_URL
 */
export function originOf(host: string, publicUrl: URL): string {
  return publicUrl.hostname === host ? publicUrl.origin : `https://${host}`;
}
