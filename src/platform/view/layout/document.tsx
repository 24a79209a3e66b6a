import type { ComponentChild } from "preact";
import { renderToString } from "preact-render-to-string";
import { keepSigns } from "./keep-signs.ts";
import { pageTitle } from "./page-title.ts";
import { tellRequired } from "./tell-required.ts";

/** Addresses of hashed files, as the build wrote them. */
export type PageAssets = {
  stylesheet: string;
  /** The authority's colours; left out, Préau's own are shown. */
  authorityStylesheet?: string | undefined;
  icon: string;
  /** Progressive scripts, loaded after the page; everything works without them. */
  islands?: readonly string[] | undefined;
};

export type DocumentProps = {
  /** Name of the page alone: the title pattern adds the rest. */
  title: string;
  authorityName: string;
  assets: PageAssets;
  /** A form came back with something to correct. */
  toCorrect?: boolean | undefined;
  /** Closer lines for people who stay all day. */
  dense?: boolean | undefined;
  /** Without a script, the browser asks for the page again after so many seconds. */
  refreshSeconds?: number | undefined;
  /** Usually one `<PageLayout>`. */
  body: ComponentChild;
};

/** Renders a whole HTML document to text. Nothing in it is inline: it fits a strict CSP. */
export function document(props: DocumentProps): string {
  const { assets } = props;
  const html = renderToString(
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{pageTitle(props.title, props.authorityName, props.toCorrect)}</title>
        <link rel="stylesheet" href={assets.stylesheet} />
        {assets.authorityStylesheet && <link rel="stylesheet" href={assets.authorityStylesheet} />}
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        {props.refreshSeconds !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={`${props.refreshSeconds}`} />
          </noscript>
        )}
        {assets.islands?.map((src) => (
          <script type="module" src={src} />
        ))}
      </head>
      <body class={props.dense ? "dense" : undefined} data-refresh={props.refreshSeconds}>
        {props.body}
      </body>
    </html>,
  );
  return `<!doctype html>${keepSigns(tellRequired(html))}`;
}
