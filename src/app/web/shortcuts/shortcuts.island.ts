// Progressive: keys for agents, who stay all day. Loaded on their pages only; the list is a page without it.

const OFF = "raccourcis-eteints";
/** How long after « g » a letter still goes somewhere, in milliseconds. */
const PATIENCE = 1500;
const TYPING = "input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable],dialog[open] *";
/** Says to the next page that « / » led to it. */
const SEARCHING = "raccourci-recherche";
let wentAt = -PATIENCE;

addEventListener("keydown", (event) => {
  const { key, target, timeStamp } = event;
  if (key === "Escape") closeMenu();
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || localStorage.getItem(OFF)) return;
  if (target instanceof Element && target.closest(TYPING)) return;
  const going = timeStamp - wentAt < PATIENCE;
  wentAt = key === "g" && !going ? timeStamp : -PATIENCE;
  const search = document.querySelector<HTMLInputElement>("input[type=search]");
  if (going) go(key);
  else if (key === "/" && search) search.focus();
  else if (key === "/") {
    sessionStorage.setItem(SEARCHING, "1");
    go("f");
  } else if (key === "?") void showList();
  else if (!onLine(key)) return;
  event.preventDefault();
});

/** The links of now and then lie over the page: Escape puts them away, as any list that opens, and keeps the place. */
function closeMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>(".menu-now-and-then[open]");
  if (!menu || document.querySelector("dialog[open]")) return;
  const held = menu.contains(document.activeElement);
  menu.open = false;
  if (held) menu.querySelector("summary")?.focus();
}

/** « j » and « k » go from line to line of a list, « x » ticks the line. False where there is no list, or no such key. */
function onLine(key: string): boolean {
  const lines = [...document.querySelectorAll<HTMLElement>("[data-line]")];
  const here = lines.findIndex((line) => line.closest("tr")?.contains(document.activeElement));
  if (key === "j" || key === "k") {
    const next = here === -1 && key === "k" ? undefined : lines[here + (key === "j" ? 1 : -1)];
    next?.focus();
    return next !== undefined;
  }
  if (key !== "x") return false;
  const box = lines[here]?.closest("tr")?.querySelector<HTMLInputElement>("[type=checkbox]") ?? null;
  box?.click();
  return box !== null;
}

function go(key: string): void {
  document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.click();
}

/** The list over the page: what is half typed below stays. */
async function showList(): Promise<void> {
  if (document.querySelector("[data-shortcuts]")) return;
  const answer = await fetch("/agent/raccourcis");
  const read = new DOMParser().parseFromString(await answer.text(), "text/html");
  const list = read.querySelector<HTMLElement>("[data-shortcuts]");
  if (!list) return;
  const dialog = document.createElement("dialog");
  const close = document.createElement("button");
  dialog.ariaLabel = list.dataset["label"] ?? "";
  close.className = "button";
  close.textContent = list.dataset["close"] ?? "";
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  close.autofocus = true;
  dialog.append(list, close);
  document.body.append(dialog);
  showSwitch();
  dialog.showModal();
}

/** Keys of one letter can be turned off (WCAG 2.1.4), in this browser. */
function showSwitch(): void {
  const line = document.querySelector<HTMLElement>("[data-switch]");
  const button = line?.querySelector("button");
  if (!line || !button) return;
  const say = () => {
    button.textContent = button.dataset[localStorage.getItem(OFF) ? "on" : "off"] ?? "";
  };
  button.addEventListener("click", () => {
    if (localStorage.getItem(OFF)) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
    say();
  });
  say();
  line.hidden = false;
}

showSwitch();
if (sessionStorage.getItem(SEARCHING)) {
  sessionStorage.removeItem(SEARCHING);
  document.querySelector<HTMLInputElement>("input[type=search]")?.focus();
}
