// The planning that led here is decided: what the browser kept of it is erased. A receipt that is read again later
// says nothing of what waits to be saved.
import { forgetSent } from "../planning/kept-choices.ts";

if (document.referrer !== "" && new URL(document.referrer).pathname.startsWith("/planning")) forgetSent();
