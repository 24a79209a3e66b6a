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
  const fields = { cle: formKey, type: kindId, pour: benchId("household", household), fin: "" };
  return sendForm(port, { household, path: PATH, fields, file: bytes }).then(({ status }) => status);
}

/** A form of a family's page, with or without its file. */
export interface SentForm {
  household: number;
  path: string;
  fields: Readonly<Record<string, string>>;
  file?: Uint8Array;
}

/** The answer's status to a form that a family sends, and where it leads; undefined where none came. */
export function sendForm(
  port: number,
  { household, path, fields, file }: SentForm,
): Promise<{ status?: number | undefined; location?: string | undefined }> {
  const session = benchToken(household);
  const signed = { formulaire: formToken(session), ...fields };
  const body =
    file === undefined
      ? Buffer.from(new URLSearchParams(signed).toString())
      : multipart(signed, { name: "domicile.pdf", bytes: file });
  const headers = {
    host: `${STORM_TOWN.host}:${port}`,
    cookie: `__Host-preau=${session}`,
    "content-type": file === undefined ? "application/x-www-form-urlencoded" : MULTIPART,
    "content-length": body.length,
  };
  return new Promise((resolve) => {
    const sent = request(
      { agent: false, host: "127.0.0.1", port, method: "POST", path, headers },
      (answer) => {
        answer
          .resume()
          .once("end", () => resolve({ status: answer.statusCode, location: answer.headers.location }))
          .once("error", () => resolve({}));
      },
    );
    sent.once("error", () => resolve({}));
    sent.end(body);
  });
}
