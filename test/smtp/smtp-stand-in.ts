import { createServer, type Socket } from "node:net";

/** A message as it arrived. */
interface Arrived {
  to: string;
  /** Headers and body, as sent. */
  data: string;
}

/** What the stand-in answers at a step: « 250 ok »; `drop` closes the connection, `hang` answers nothing. */
type SmtpAnswer = `${number} ${string}` | "drop" | "hang";

/** A mail server of a few lines, that answers what a test wants. */
export interface SmtpStandIn {
  url: string;
  arrived: Arrived[];
  /** Answers to RCPT TO and to the end of DATA; both accept unless a test says otherwise. */
  answers: { recipient: SmtpAnswer; message: SmtpAnswer };
  close(): Promise<void>;
}

/** Listens on a free port of this machine. */
export async function smtpStandIn(): Promise<SmtpStandIn> {
  const arrived: Arrived[] = [];
  const answers: SmtpStandIn["answers"] = { recipient: "250 ok", message: "250 queued" };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    converse(socket, arrived, answers);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    arrived,
    answers,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function converse(socket: Socket, arrived: Arrived[], answers: SmtpStandIn["answers"]): void {
  let buffer = "";
  let to = "";
  let inData = false;
  const say = (answer: SmtpAnswer) => {
    if (answer === "drop") socket.destroy();
    else if (answer !== "hang") socket.write(`${answer}\r\n`);
  };
  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "EHLO" || verb === "HELO") say("250 stand-in");
    else if (verb === "RCPT") {
      to = /<(.*)>/.exec(line)?.[1] ?? "";
      say(answers.recipient);
    } else if (verb === "DATA") {
      inData = true;
      say("354 go on");
    } else if (verb === "QUIT") {
      socket.end("221 bye\r\n");
    } else say("250 ok");
  };
  socket.on("data", (chunk) => {
    buffer += chunk.toString("utf8");
    for (;;) {
      const mark = inData ? "\r\n.\r\n" : "\r\n";
      const end = buffer.indexOf(mark);
      if (end === -1) return;
      const text = buffer.slice(0, end);
      buffer = buffer.slice(end + mark.length);
      if (inData) {
        inData = false;
        if (answers.message.startsWith("250")) arrived.push({ to, data: text });
        say(answers.message);
      } else command(text);
    }
  });
  say("220 stand-in");
}
