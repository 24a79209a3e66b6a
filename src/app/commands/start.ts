import { readSettings, type Settings } from "../settings.ts";
import { demonstrationAccounts, demonstrationPassword } from "../demonstration/index.ts";
import { openEspace, type Espace } from "../start/open-espace.ts";
import { onStopRequest } from "../stop-request.ts";
import { texts } from "../texts.fr.ts";

/** `preau start`: opens the espace and serves until it is asked to stop. */
export async function start(): Promise<number> {
  const settings = readSettings(process.env);
  if (!settings.ok) return refused(settings.refusal);
  const stopRequest = Promise.withResolvers<string>();
  onStopRequest(stopRequest.resolve);
  await using running = new AsyncDisposableStack();
  const opened = await openEspace(settings.value, running);
  if (!opened.ok) return refused(opened.refusal);
  console.log(welcome(opened.value, settings.value));
  await stopRequest.promise;
  console.log(texts.stopping);
  return 0;
}

function refused(sentence: string): number {
  console.error(sentence);
  return 1;
}

function welcome({ url, where, authorities, advice, simulator }: Espace, settings: Settings): string {
  return [
    "",
    texts.ready(url),
    texts.data(where),
    ...(simulator === null ? [] : [texts.simulator(simulator)]),
    ...(advice === undefined ? [] : [`  ${advice}`]),
    ...(authorities === 0 ? [texts.noAuthority] : []),
    ...(settings.demonstration
      ? [
          texts.accounts(demonstrationPassword),
          ...demonstrationAccounts.map(({ email, who }) => texts.account(email, who)),
        ]
      : []),
    texts.stop,
    "",
  ].join("\n");
}
