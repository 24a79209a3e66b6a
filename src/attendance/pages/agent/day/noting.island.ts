// Progressive: p, a or n on a child's answers chooses one and goes on to the next child. The page works without it.

const form = document.querySelector<HTMLFormElement>("form[data-noting]");
const keys = form?.querySelector<HTMLElement>("[data-keys]");
if (keys && matchMedia("(any-hover: hover)").matches) keys.hidden = false;
const KEYS: Readonly<Record<string, string>> = { p: "present", a: "absent", n: "none" };

form?.addEventListener("keydown", (event) => {
  const state = KEYS[event.key];
  const { target } = event;
  if (!state || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!(target instanceof HTMLInputElement) || target.type !== "radio") return;
  event.preventDefault();
  const line = target.closest("fieldset");
  choose(line, state);
  const lines = [...form.querySelectorAll("fieldset.noting:has([name='vu'])")];
  const next = line ? lines[lines.indexOf(line) + 1] : undefined;
  next?.querySelector<HTMLInputElement>("input[type=radio]:checked")?.focus();
});

function choose(line: Element | null, state: string): void {
  const radio = line?.querySelector<HTMLInputElement>(`input[type=radio][value=${state}]`);
  if (radio) radio.checked = true;
}

export {};
