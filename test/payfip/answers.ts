/**
 * Answers as the service writes them, from the schema and from what running clients recorded (domain/payfip.md): one
 * for every outcome and every fault, and what stands in the way.
 */
const NAMESPACE =
  "http://securite.service.tpa.cp.finances.gouv.fr/services/mas_securite/contrat_paiement_securise/PaiementSecuriseService";

export const ID_OP = "cc0cb210-1cd4-11ea-8cca-0213ad91a103";

const envelope = (body: string) =>
  `<?xml version='1.0' encoding='UTF-8'?><S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>${body}</S:Body></S:Envelope>`;

/** The answer of an operation, its fields as given. */
export const returned = (operation: string, fields: Readonly<Record<string, string>>) =>
  envelope(
    `<ns2:${operation}Response xmlns:ns2="${NAMESPACE}" xmlns:ns3="http://securite.service.tpa.cp.finances.gouv.fr/reponse"><return>${Object.entries(
      fields,
    )
      .map(([name, value]) => `<${name}>${value}</${name}>`)
      .join("")}</return></ns2:${operation}Response>`,
  );

/** The twelve fields of a payment by card, with those that a test changes. */
export const detail = (changed: Readonly<Record<string, string>> = {}) =>
  returned("recupererDetailPaiementSecurise", {
    dattrans: "12122019",
    exer: "20",
    heurtrans: "1431",
    idOp: ID_OP,
    mel: "claire.lefebvre@exemple.fr",
    montant: "1250",
    numauto: "112233445566-tip",
    numcli: "090909",
    objet: "Factures d&#233;cembre &amp; janvier",
    refdet: "201912000000000000000001",
    resultrans: "P",
    saisie: "T",
    ...changed,
  });

/** A fault, as JAX-WS writes it. */
export const fault = (
  code: string,
  text: { descriptif?: string; libelle?: string },
  name = "FonctionnelleErreur",
) =>
  envelope(
    `<S:Fault xmlns:ns4="http://www.w3.org/2003/05/soap-envelope"><faultcode>S:Server</faultcode><faultstring>fr.gouv.finances.cp.tpa.webservice.exceptions.${name}</faultstring><detail><ns2:${name} xmlns:ns2="${NAMESPACE}"><code>${code}</code><descriptif>${text.descriptif ?? ""}</descriptif><libelle>${text.libelle ?? ""}</libelle><message/><severite>2</severite></ns2:${name}></detail></S:Fault>`,
  );

export const HTML_502 =
  "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center><hr></body>\r\n</html>";

/** Nine levels of ten: a billion words, were it read. */
export const BOMB = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a0 "ha">${Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`,
).join("")}]>${detail({ refdet: "&a9;" }).replace(/^<\?xml[^>]*>/, "")}`;

export const EXTERNAL_ENTITY = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${detail(
  {
    refdet: "&f;",
  },
).replace(/^<\?xml[^>]*>/, "")}`;
