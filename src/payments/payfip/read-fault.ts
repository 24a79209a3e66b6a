import { z } from "zod";

import type { GatewayFault } from "../gateway/gateway.ts";
import { texts } from "./texts.fr.ts";
import { AFTER_TECHNICAL_FAULT, unavailable } from "./unavailable.ts";

const said = z.string().default("");
const details = z.object({ code: said, descriptif: said, libelle: said, message: said });
const faultSchema = z.object({
  faultstring: said,
  detail: z.record(z.string(), z.unknown()).catch({}).default({}),
});

/**
 * A fault of the service as a value. `FonctionnelleErreur` is about what was sent, the three others about the service
 * itself. Its text may stand in `libelle` beside an empty `descriptif`.
 */
export function readFault(fault: unknown, raw: string): GatewayFault {
  const read = faultSchema.safeParse(fault);
  const { faultstring, detail } = read.success ? read.data : { faultstring: "", detail: {} };
  const [name, inside] = Object.entries(detail)[0] ?? ["Fault", {}];
  const told = details.safeParse(inside);
  const { code, descriptif, libelle, message } = told.success
    ? told.data
    : { code: "", descriptif: "", libelle: "", message: "" };
  const text = descriptif || libelle || message || faultstring;
  if (name === "FonctionnelleErreur" && code !== "") {
    return { code: "refused", serviceCode: code, text, raw };
  }
  return unavailable(
    texts.technical(name, [code, text].filter(Boolean).join(" ")),
    AFTER_TECHNICAL_FAULT,
    raw,
  );
}
