// In the browser: what a person ticked, kept until it is saved. A network that fails while the form leaves shows the
// browser's own page, and the ticks of ten minutes were gone.

/** Keys of what a browser keeps for one person begin so; the page that follows a sign-out erases them all. */
const PERSON = "personne:";
const PLACE = /^[0-9a-f-]{36}(?:,[0-9a-f-]{36})*/;
/** The entry of this tab whose form left last: its receipt erases it. */
const SENT = "planning-envoye";

/** The choices of one planning form, by the person and the month or week that it shows. */
export interface KeptChoices {
  /** Keeps what differs from what is saved; whether this browser could. */
  keep(): boolean;
  /** Ticks again what was kept, and says whether some of it can change no more; null where nothing is left to save. */
  restore(): { readonly lost: boolean } | null;
  /** Erases what was kept and unticks it. */
  forget(): void;
  /** The addresses of the other months and weeks of which something is kept. */
  elsewhere(): readonly string[];
}

export function keptChoices(form: HTMLFormElement): KeptChoices {
  const own = `${PERSON}${form.dataset["keeper"] ?? ""}:planning?`;
  const span = form.querySelector<HTMLInputElement>("input[name=mois],input[name=semaine]");
  const key = own + new URLSearchParams({ [span?.name ?? ""]: span?.value ?? "" }).toString();
  const boxes = boxesByPlace(form);
  const lists = [...form.querySelectorAll<HTMLSelectElement>(".hours select")];
  forgetOthers(own);

  const keep = () => {
    const kept = new URLSearchParams();
    for (const [place, box] of boxes)
      if (box.checked !== isSaved(box)) kept.set(place, box.checked ? "1" : "0");
    if (kept.size === 0) return erase(key);
    for (const { id, value } of lists) kept.set(id, value);
    return tried(() => {
      localStorage.setItem(key, kept.toString());
      sessionStorage.setItem(SENT, key);
    });
  };

  const restore = () => {
    const kept = new URLSearchParams(read(key));
    const wishes = [...kept].filter(([place]) => PLACE.test(place));
    const found = wishes.flatMap(([place, wanted]) => {
      const box = boxes.get(place);
      if (box !== undefined) box.checked = wanted === "1";
      return box ?? [];
    });
    for (const list of lists) {
      const value = kept.get(list.id);
      if ([...list.options].some((option) => option.value === value)) list.value = value ?? "";
    }
    if (found.some((box) => box.checked !== isSaved(box))) {
      form.dispatchEvent(new Event("change"));
      return { lost: found.length < wishes.length };
    }
    // All of it is saved, the answer alone was lost; or nothing of it can change any more.
    if (wishes.length > 0) erase(key);
    return null;
  };

  const forget = () => {
    erase(key);
    for (const box of boxes.values()) box.checked = isSaved(box);
    for (const list of lists) for (const option of list.options) option.selected = option.defaultSelected;
    form.dispatchEvent(new Event("change"));
  };

  const elsewhere = () =>
    keys()
      .filter((one) => one.startsWith(own) && one !== key)
      .map((one) => `/planning?${one.slice(own.length)}`);

  return { keep, restore, forget, elsewhere };
}

/** The receipt of the form that left this tab last is here: nothing of it is to be kept. */
export function forgetSent(): void {
  const key = read(SENT, "session");
  if (key !== "") erase(key);
}

/** The boxes by what they stand for, participant and slots: their positions change with the page. */
function boxesByPlace(form: HTMLFormElement): ReadonlyMap<string, HTMLInputElement> {
  const places: string[] = [];
  let participant = "";
  for (const word of form.querySelector<HTMLInputElement>("input[name=affiche]")?.value.split(" ") ?? []) {
    const [slots = ""] = PLACE.exec(word) ?? [];
    if (slots === word) participant = word;
    else places.push(`${participant},${slots}`);
  }
  const boxes = form.querySelectorAll<HTMLInputElement>("input[name=voulu]");
  return new Map([...boxes].map((box) => [places[Number(box.value)] ?? "", box] as const));
}

function isSaved(box: HTMLInputElement): boolean {
  return box.closest("td")?.hasAttribute("data-was") ?? false;
}

/** A telephone that goes from hand to hand keeps nothing of who was there before. */
function forgetOthers(own: string): void {
  for (const key of keys()) if (key.startsWith(PERSON) && !key.startsWith(own)) erase(key);
}

function keys(): readonly string[] {
  let found: readonly string[] = [];
  tried(() => (found = Object.keys(localStorage)));
  return found;
}

function read(key: string, where: "local" | "session" = "local"): string {
  let text = "";
  tried(() => (text = (where === "local" ? localStorage : sessionStorage).getItem(key) ?? ""));
  return text;
}

function erase(key: string): boolean {
  return tried(() => localStorage.removeItem(key));
}

/** A browser may refuse to keep anything: then nothing is kept, and the page works as it did. */
function tried(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
