/**
 * Whether a text is one e-mail address that can be written to: « claire@exemple.fr ». A list, a name before the
 * address or a line break are none: a mail library would make several recipients of them, or headers.
 */
export function isOneAddress(text: string): boolean {
  return /^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"]+$/.test(text) && text.length <= 254;
}
