import { NAMESPACE } from "./namespace.ts";

const REQUEST = "http://securite.service.tpa.cp.finances.gouv.fr/requete";
const ANSWER = "http://securite.service.tpa.cp.finances.gouv.fr/reponse";
const HEAD = `<?xml version="1.0" encoding="UTF-8"?>`;
const XS = `xmlns:xs="http://www.w3.org/2001/XMLSchema"`;

/** Each operation: the type of its argument, of its answer, and their fields. */
const OPERATIONS = [
  {
    name: "creerPaiementSecurise",
    given: {
      type: "CreerPaiementSecuriseRequest",
      fields: "exer mel montant numcli objet refdet saisie urlnotif urlredirect",
    },
    answered: { type: "CreerPaiementSecuriseResponse", fields: "idOp" },
  },
  {
    name: "recupererDetailPaiementSecurise",
    given: { type: "RecupererDetailPaiementSecuriseRequest", fields: "idOp" },
    answered: {
      type: "RecupererDetailPaiementSecuriseResponse",
      fields: "dattrans exer heurtrans idOp mel montant numauto numcli objet refdet resultrans saisie",
    },
  },
  {
    name: "recupererDetailClient",
    given: { type: "RecupererDetailClientRequest", fields: "numCli" },
    answered: { type: "RecupererDetailClientResponse", fields: "libelleN1 libelleN2 libelleN3 numcli" },
  },
] as const;

const FAULTS = [
  "FonctionnelleErreur",
  "TechDysfonctionnementErreur",
  "TechIndisponibiliteErreur",
  "TechProtocolaireErreur",
];

/** The description of the service, document/literal wrapped, at the address where it stands. */
export function wsdl(address: string): string {
  const messages = OPERATIONS.map(
    ({ name }) =>
      `<message name="${name}"><part name="parameters" element="tns:${name}"/></message>` +
      `<message name="${name}Response"><part name="parameters" element="tns:${name}Response"/></message>`,
  );
  const faults = FAULTS.map(
    (name) => `<message name="${name}"><part name="fault" element="tns:${name}"/></message>`,
  );
  const portOperations = OPERATIONS.map(
    ({ name }) =>
      `<operation name="${name}"><input message="tns:${name}"/><output message="tns:${name}Response"/>${FAULTS.map(
        (fault) => `<fault name="${fault}" message="tns:${fault}"/>`,
      ).join("")}</operation>`,
  );
  const bindingOperations = OPERATIONS.map(
    ({ name }) =>
      `<operation name="${name}"><soap:operation soapAction=""/><input><soap:body use="literal"/></input><output><soap:body use="literal"/></output>${FAULTS.map(
        (fault) => `<fault name="${fault}"><soap:fault name="${fault}" use="literal"/></fault>`,
      ).join("")}</operation>`,
  );
  return (
    `${HEAD}<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:tns="${NAMESPACE}" name="PaiementSecuriseService" targetNamespace="${NAMESPACE}">` +
    `<types><xs:schema ${XS}><xs:import namespace="${NAMESPACE}" schemaLocation="${address}?xsd=1"/></xs:schema></types>` +
    `${[...messages, ...faults].join("")}<portType name="PaiementSecuriseService">${portOperations.join("")}</portType>` +
    `<binding name="PaiementSecuriseServicePortBinding" type="tns:PaiementSecuriseService"><soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>${bindingOperations.join("")}</binding>` +
    `<service name="PaiementSecuriseService"><port name="PaiementSecuriseServicePort" binding="tns:PaiementSecuriseServicePortBinding"><soap:address location="${address}"/></port></service></definitions>`
  );
}

/** The three schemas: the wrappers, what is asked, what is answered. None says that its elements are qualified. */
export function schemas(address: string): readonly string[] {
  const wrappers = OPERATIONS.map(
    ({ name, given, answered }) =>
      `<xs:element name="${name}" type="tns:${name}"/><xs:element name="${name}Response" type="tns:${name}Response"/>` +
      `<xs:complexType name="${name}"><xs:sequence><xs:element name="arg0" type="req:${given.type}" minOccurs="0"/></xs:sequence></xs:complexType>` +
      `<xs:complexType name="${name}Response"><xs:sequence><xs:element name="return" type="rep:${answered.type}" minOccurs="0"/></xs:sequence></xs:complexType>`,
  );
  const faults = FAULTS.map(
    (name) =>
      `<xs:element name="${name}" type="tns:${name}"/>` +
      `<xs:complexType name="${name}"><xs:sequence>${strings("code descriptif libelle message")}<xs:element name="severite" type="xs:int"/></xs:sequence></xs:complexType>`,
  );
  const imports =
    `<xs:import namespace="${REQUEST}" schemaLocation="${address}?xsd=2"/>` +
    `<xs:import namespace="${ANSWER}" schemaLocation="${address}?xsd=3"/>`;
  return [
    `${HEAD}<xs:schema ${XS} xmlns:tns="${NAMESPACE}" xmlns:req="${REQUEST}" xmlns:rep="${ANSWER}" version="1.0" targetNamespace="${NAMESPACE}">${imports}${[...wrappers, ...faults].join("")}</xs:schema>`,
    typesIn(
      REQUEST,
      OPERATIONS.map(({ given }) => given),
    ),
    typesIn(
      ANSWER,
      OPERATIONS.map(({ answered }) => answered),
    ),
  ];
}

function typesIn(
  namespace: string,
  types: readonly { readonly type: string; readonly fields: string }[],
): string {
  const written = types.map(
    ({ type, fields }) =>
      `<xs:complexType name="${type}"><xs:sequence>${strings(fields)}</xs:sequence></xs:complexType>`,
  );
  return `${HEAD}<xs:schema ${XS} version="1.0" targetNamespace="${namespace}">${written.join("")}</xs:schema>`;
}

/** Optional texts, in this order. */
function strings(names: string): string {
  return names
    .split(" ")
    .map((name) => `<xs:element name="${name}" type="xs:string" minOccurs="0"/>`)
    .join("");
}
