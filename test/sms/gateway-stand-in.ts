import { createServer } from "node:http";

import { z } from "zod";

const said = z.object({ from: z.string(), to: z.string(), text: z.string() });

/** A text message as the gateway got it. */
interface ArrivedText {
  key: string;
  authorization: string;
  from: string;
  to: string;
  text: string;
}

/** A gateway of text messages of a few lines, that answers what a test wants; the same key twice is one message. */
export interface GatewayStandIn {
  url: URL;
  arrived: ArrivedText[];
  /** Times it was asked, with the same key or another. */
  asked: number;
  /** The status it answers; `drop` closes the connection once it has taken the message, `hang` never answers. */
  answer: number | "drop" | "hang";
  close(): Promise<void>;
}

/** Listens on a free port of this machine. */
export async function gatewayStandIn(): Promise<GatewayStandIn> {
  const server = createServer((http, reply) => {
    const pieces: Buffer[] = [];
    http.on("data", (piece: Buffer) => pieces.push(piece));
    http.on("end", () => {
      standIn.asked += 1;
      const message = said.parse(JSON.parse(Buffer.concat(pieces).toString("utf8")));
      const key = String(http.headers["idempotency-key"]);
      const takes = standIn.answer === "drop" || standIn.answer === 202;
      if (takes && !standIn.arrived.some((one) => one.key === key)) {
        standIn.arrived.push({ key, authorization: http.headers.authorization ?? "", ...message });
      }
      if (standIn.answer === "drop") http.socket.destroy();
      else if (standIn.answer !== "hang") reply.writeHead(standIn.answer).end('{"etat":"\u0007vu"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const standIn: GatewayStandIn = {
    url: new URL(`http://127.0.0.1:${address.port}/sms`),
    arrived: [],
    asked: 0,
    answer: 202,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return standIn;
}
