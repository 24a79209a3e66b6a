/** Styles of every mail, in its head: old mail readers drop them and keep a plain readable column. */
export const mailStyles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; background: #fbf9f4; color: #1f2d3a; }
.mail { max-width: 34em; margin: 0 auto; padding: 24px 16px;
  font: 18px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 16px; }
h2 { font-size: 18px; margin: 24px 0 8px; }
p { margin: 0 0 16px; }
ul { margin: 0 0 16px; padding-left: 24px; }
li { margin: 0 0 4px; }
a { color: #2f6f4f; }
.action { display: inline-block; padding: 10px 20px; border-radius: 4px; background: #2f6f4f;
  color: #ffffff; font-weight: 600; text-decoration: none; }
.signature { margin-top: 32px; padding-top: 16px; border-top: 1px solid #d8d2c4; font-size: 16px; }
@media (prefers-color-scheme: dark) {
  body { background: #16202a; color: #f2efe7; }
  a { color: #8fd0ae; }
  .action { background: #8fd0ae; color: #16202a; }
  .signature { border-top-color: #46535f; }
}
`.trim();
