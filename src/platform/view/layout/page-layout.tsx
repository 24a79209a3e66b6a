import type { ComponentChildren } from "preact";
import { texts } from "../texts.fr.ts";
import { Footer, type FooterProps } from "./footer.tsx";
import { Header, type HeaderProps } from "./header.tsx";

export type PageLayoutProps = HeaderProps & {
  footer: FooterProps;
  /** Breadcrumb or back link: above the matter, outside it. */
  before?: ComponentChildren;
  /** What just happened, or what has to be corrected: the first thing read in the matter. */
  flash?: ComponentChildren;
  children: ComponentChildren;
};

/** The body of every page: skip link, header, matter, footer. The page brings its own `<h1>`. */
export function PageLayout({ footer, before, flash, children, ...header }: PageLayoutProps) {
  return (
    <>
      <a class="skip button" href="#contenu">
        {texts.skipToContent}
      </a>
      <Header {...header} />
      <div class="wrap main">
        {before}
        <main id="contenu" tabIndex={-1}>
          {flash}
          {children}
        </main>
      </div>
      <Footer {...footer} />
    </>
  );
}
