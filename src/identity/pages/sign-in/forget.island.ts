// After a sign-out: what this browser kept for the person (keys that begin with « personne: », whoever wrote them) goes.
try {
  for (const key of Object.keys(localStorage)) if (key.startsWith("personne:")) localStorage.removeItem(key);
} catch {
  // This browser keeps nothing.
}

export {};
