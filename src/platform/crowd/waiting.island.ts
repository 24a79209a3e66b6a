// Progressive: asks again by itself and rewrites the one sentence that changes, so that a screen reader is told
// the place in the queue instead of the whole page. Without this file the page reloads (`refreshSeconds`).

const LATEST_SECONDS = 30;

async function ask(): Promise<void> {
  const told = document.querySelector<HTMLElement>("[data-waiting]");
  if (!told) return;
  await new Promise((resolve) => setTimeout(resolve, Number(told.dataset["waiting"]) * 1000));
  const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => undefined);
  const page = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page?.querySelector<HTMLElement>("[data-waiting]");
  if (answer?.ok || (answer && answer.status < 500)) return location.replace(location.href);
  if (fresh) {
    told.dataset["waiting"] = fresh.dataset["waiting"];
    if (told.textContent !== fresh.textContent) told.replaceChildren(...fresh.childNodes);
  } else {
    // The network or the espace is away: later and later, the ticket is kept for ten minutes.
    told.dataset["waiting"] = `${Math.min(LATEST_SECONDS, Number(told.dataset["waiting"]) * 2)}`;
  }
  return ask();
}

void ask();

export {};
