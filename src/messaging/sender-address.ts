import addressparser from "nodemailer/lib/addressparser";

/** Who a mail comes from. */
export interface Sender {
  name: string;
  address: string;
}

/**
 * The From: of an authority's mails.
 * @param setting MAIL_FROM: « mairie@exemple.fr », or « Mairie <mairie@exemple.fr> »; without it, an address at
 *   the authority's own host, which many mail servers refuse
 */
export function senderOf(setting: string | null, authority: { name: string; host: string }): Sender {
  const [given] = setting === null ? [] : addressparser(setting, { flatten: true });
  const name = `Espace citoyen – ${authority.name}`;
  if (given === undefined || given.address === "")
    return { name, address: `ne-pas-repondre@${authority.host}` };
  return { name: given.name === "" ? name : given.name, address: given.address };
}
