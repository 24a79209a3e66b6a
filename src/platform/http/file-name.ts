/**
 * The header of a file to keep, with its name in French (RFC 6266): « Ont réservé du 2026-11-23.csv » goes in
 * `filename*`, which every browser of today reads. `filename` alone is kept by Firefox as it was sent, « r%C3%A9serv »
 * and all; here it is the same name without what ASCII lacks.
 */
export function attachmentNamed(name: string): string {
  return named("attachment", name);
}

/** The same for a file that the browser shows. */
export function inlineNamed(name: string): string {
  return named("inline", name);
}

function named(disposition: "attachment" | "inline", name: string): string {
  const plain = name
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "")
    .replaceAll(/[^ -~]|["\\]/g, "-");
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
