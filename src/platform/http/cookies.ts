/** The signed-in session's cookie. `__Host-` ties it to this host, over a secure channel, for every path. */
export const sessionCookie = "__Host-preau";

/** The secret of a visitor who has not signed in, for the tokens of the forms. */
export const formCookie = "__Host-formulaire";

/** Recognises a device that has signed in before. */
export const deviceCookie = "__Host-appareil";

/** The turn of somebody who waits while too many come at once. */
export const ticketCookie = "__Host-file";

/** How every cookie of ours is set; over plain http browsers keep such cookies on localhost only. */
export const cookieOptions = { path: "/", secure: true, httpOnly: true, sameSite: "lax" } as const;
