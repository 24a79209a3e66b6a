/** The stylesheet of the simulator: plain and grey, so that nobody takes it for the espace, or for the State. */
export const STYLE = `
:root { color-scheme: light dark; --ground: #f4f4f5; --ink: #1c1c22; --edge: #71717a; --accent: #45237a; --on-accent: #fff; }
@media (prefers-color-scheme: dark) { :root { --ground: #18181b; --ink: #f4f4f5; --edge: #a1a1aa; --accent: #d6c2ff; --on-accent: #1c1c22; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.125rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
header { background: var(--accent); color: var(--on-accent); padding: 0.75rem 1rem; font-weight: 700; }
main { max-width: 44rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; } h2 { font-size: 1.25rem; margin-top: 2rem; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: 0.25rem 1rem; }
dt { font-weight: 600; } dd { margin: 0; }
fieldset { border: 1px solid var(--edge); margin: 0 0 1rem; padding: 0.5rem 1rem 1rem; } legend { font-weight: 600; padding: 0 0.5rem; }
button { display: block; width: 100%; min-height: 2.75rem; margin-top: 0.5rem; padding: 0.5rem 1rem; font: inherit; text-align: left; cursor: pointer;
  background: transparent; color: var(--ink); border: 2px solid var(--edge); border-radius: 0.25rem; }
button.main { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
label { display: block; margin-top: 0.5rem; } label.tick { display: flex; gap: 0.75rem; align-items: center; min-height: 2.75rem; }
input[type="checkbox"] { width: 1.5rem; height: 1.5rem; flex: none; }
input[type="number"] { display: block; width: 9rem; min-height: 2.75rem; font: inherit; padding: 0.25rem 0.5rem; background: var(--ground); color: var(--ink); border: 2px solid var(--edge); }
:focus-visible { outline: 3px solid #ffd54a; outline-offset: 2px; box-shadow: 0 0 0 5px #1c1c22; }
a { color: inherit; display: inline-block; min-height: 2.75rem; padding: 0.5rem 0; }
ul { list-style: none; padding: 0; } li { border-top: 1px solid var(--edge); padding: 0.5rem 0; }
`;
