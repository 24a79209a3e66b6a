import { parseId, type Id } from "#kernel";

/** The end of the address at which news are stopped: the recipient's id in 22 signs, short enough for a text message. */
export const stopCode = (recipientId: string): string =>
  Buffer.from(recipientId.replaceAll("-", ""), "hex").toString("base64url");

/** The recipient of such an address; undefined for what was never one of ours. */
export function recipientOfCode(code: string): Id<"campaign-recipient"> | undefined {
  if (!/^[\w-]{22}$/.test(code)) return undefined;
  const hex = Buffer.from(code, "base64url").toString("hex");
  const id = parseId<"campaign-recipient">(
    hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"),
  );
  return id !== undefined && stopCode(id) === code ? id : undefined;
}
