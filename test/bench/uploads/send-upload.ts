import { request } from "node:http";

import { formToken } from "#platform";

import { MULTIPART, multipart } from "../../documents/multipart.ts";
import { benchId } from "../data/ids.ts";
import { benchToken } from "../data/sessions.ts";
import { STORM_TOWN } from "../data/town.ts";

/** A file that a family sends, and the key of its form. */
export interface Upload {
  household: number;
  formKey: string;
  kindId: string;
  bytes: Uint8Array;
}

/** Where a document is sent. */
const PATH = "/documents/ajouter";

/** The answer's status to a file that is sent; undefined where none came. */
export function sendUpload(
  port: number,
  { household, formKey, kindId, bytes }: Upload,
): Promise<number | undefined> {
  const session = benchToken(household);
  const fields = {
    formulaire: formToken(session),
    cle: formKey,
    type: kindId,
    pour: benchId("household", household),
    fin: "",
  };
  const body = multipart(fields, { name: "domicile.pdf", bytes });
  const headers = {
    host: `${STORM_TOWN.host}:${port}`,
    cookie: `__Host-preau=${session}`,
    "content-type": MULTIPART,
    "content-length": body.length,
  };
  return new Promise((resolve) => {
    const sent = request(
      { agent: false, host: "127.0.0.1", port, method: "POST", path: PATH, headers },
      (answer) => {
        answer
          .resume()
          .once("end", () => resolve(answer.statusCode))
          .once("error", () => resolve(undefined));
      },
    );
    sent.once("error", () => resolve(undefined));
    sent.end(body);
  });
}
