import type { GatewayFault, GatewayOrder } from "../gateway/gateway.ts";
import { texts } from "./texts.fr.ts";

const SMALLEST = 100;
const LARGEST = 9_999_999;
const LONGEST_URL = 250;

/**
 * Why the service would refuse this order, told without asking it, or undefined. In the order of the service's own
 * checks and under its codes, so that whoever reads the refusal need not know who gave it.
 */
export function whyNotSendable(numcli: string, order: GatewayOrder): GatewayFault | undefined {
  return (
    whyNotNumcli(numcli) ??
    whyNotEmail(order.email) ??
    unless(/^[A-Za-z0-9]{6,30}$/.test(order.refdet), "R3", texts.refdet) ??
    unless(order.amount >= SMALLEST, "M3", texts.tooSmall) ??
    unless(order.amount <= LARGEST, "M5", texts.tooLarge) ??
    unless(isAddress(order.notifyUrl), "N1", texts.notifyUrl) ??
    unless(isAddress(order.returnUrl), "D1", texts.returnUrl)
  );
}

/** Six digits: `012345`. */
export function whyNotNumcli(numcli: string): GatewayFault | undefined {
  return unless(/^\d{6}$/.test(numcli), "T1", texts.numcli);
}

function whyNotEmail(email: string): GatewayFault | undefined {
  if (email === "") return fault("A1", texts.email);
  const fits = email.length >= 6 && email.length <= 80 && /^[^\s@\p{C}]+@[^\s@\p{C}]+$/u.test(email);
  return unless(fits, "A2", texts.email);
}

function isAddress(url: string): boolean {
  return url.length <= LONGEST_URL && /^https?:\/\/\S+$/.test(url) && URL.canParse(url);
}

function unless(fits: boolean, serviceCode: string, text: string): GatewayFault | undefined {
  return fits ? undefined : fault(serviceCode, text);
}

function fault(serviceCode: string, text: string): GatewayFault {
  return { code: "refused", serviceCode, text, raw: "" };
}
