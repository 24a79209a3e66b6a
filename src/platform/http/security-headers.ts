/**
 * Headers of every answer. Nothing runs or is drawn but what this host serves as a file of its own: no inline
 * script, no style attribute. OWASP ASVS 5.0, 3.4.
 * @param formTargets origins outside to which a form of ours may lead (PayFiP, FranceConnect), none by default
 */
export function securityHeaders(formTargets: readonly string[] = []): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `form-action ${["'self'", ...formTargets].join(" ")}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    "content-security-policy": policy.join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "strict-transport-security": "max-age=31536000",
  };
}

/**
 * For a document that is not ours: it belongs to no origin, and nothing of it runs, is fetched or is sent. Its
 * own style element is all that it keeps.
 */
export const sandboxPolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
