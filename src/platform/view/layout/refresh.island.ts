// Progressive: asks for the page again by itself and shows it anew only once its matter has changed, so that nobody who
// reads or types is disturbed. Without this file the browser reloads it (`refreshSeconds`).

const LATEST_SECONDS = 30;

async function ask(seconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => undefined);
  // The network or the espace is away: later and later.
  if (answer?.ok !== true) return ask(Math.min(LATEST_SECONDS, seconds * 2));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const matter = (of: Document) => of.querySelector("main")?.textContent;
  if (answer.redirected || matter(page) !== matter(document)) return location.replace(location.href);
  return ask(seconds);
}

const seconds = Number(document.body.dataset["refresh"]);
if (seconds > 0) void ask(seconds);

export {};
