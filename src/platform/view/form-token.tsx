import { createContext } from "preact";
import { useContext } from "preact/hooks";

/** The token of the page being drawn; `app/` provides it around every page. */
export const FormTokenContext = createContext("");

/** The hidden field that every form which writes must contain (see http/form-token.ts). */
export function FormToken() {
  return <input type="hidden" name="formulaire" value={useContext(FormTokenContext)} />;
}
