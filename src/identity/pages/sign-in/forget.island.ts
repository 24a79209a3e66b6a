// After a sign-out: what this browser kept for the person (keys that begin with « personne: », whoever wrote them) goes.
try {
  for (const kept of [localStorage, sessionStorage])
    for (const key of Object.keys(kept)) if (key.startsWith("personne:")) kept.removeItem(key);
} catch {
  // This browser keeps nothing.
}

export {};
