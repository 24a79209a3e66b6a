import { benchToken } from "../data/sessions.ts";
import { STORM_TOWN } from "../data/town.ts";
import { formFields, SAVE_PATH } from "../program/form.ts";
import { connectHttp } from "../program/http-client.ts";
import type { Wish } from "./wishes.ts";

/** What a family saw of its form. */
export interface Answered {
  wish: Wish;
  /** The address of the receipt, « /recus/… »: from then on the form is acknowledged. */
  receipt: string;
}

/** Sends the form as its family would; undefined when no receipt was promised (the program was killed). */
export async function sendWish(port: number, wish: Wish): Promise<Answered | undefined> {
  const session = benchToken(wish.household);
  const http = connectHttp({ port, host: STORM_TOWN.host, session });
  try {
    const answer = await http.post(SAVE_PATH, formFields(session, wish.lines, wish.pageKey));
    const receipt = answer.headers.location;
    return answer.status === 303 && receipt?.startsWith("/recus/") === true ? { wish, receipt } : undefined;
  } catch {
    return undefined;
  } finally {
    http.close();
  }
}

/** How many lines the receipt refuses for want of a place; undefined when there is no receipt. */
export async function readReceipt(port: number, { wish, receipt }: Answered): Promise<number | undefined> {
  const session = benchToken(wish.household);
  const http = connectHttp({ port, host: STORM_TOWN.host, session });
  try {
    const { status, body } = await http.get(receipt);
    if (status !== 200) return undefined;
    return body.toString("utf8").match(/Toutes les places de ce jour sont prises/g)?.length ?? 0;
  } finally {
    http.close();
  }
}
