import { Mark } from "../brand/mark.tsx";
import { FormToken } from "../form-token.tsx";
import { texts } from "../texts.fr.ts";

export type NavigationLink = {
  href: string;
  label: string;
  /** The page that is shown lies under this link. */
  current?: boolean | undefined;
  /** How many things wait there; 0 shows nothing. */
  count?: number | undefined;
  /** The letter that goes there after « g », for agents at a keyboard. */
  shortcut?: string | undefined;
  /** What is prepared or settled now and then: behind a button, after the links of every day. */
  nowAndThen?: boolean | undefined;
};

export type HeaderAccount = {
  name: string;
  href: string;
  /** A form that posts: signing out is an act, not an address. */
  signOut?: { action: string; label: string } | undefined;
};

export type HeaderProps = {
  authority: {
    name: string;
    homeHref: string;
    /** Measured in CSS pixels, so that nothing moves when it arrives; Préau's mark without it. */
    logo?: { src: string; width: number; height: number } | undefined;
  };
  navigation?: readonly NavigationLink[] | undefined;
  account?: HeaderAccount | undefined;
};

/** The roof of the page. On a telephone the links open from a button, without a script (popover). */
export function Header({ authority, navigation = [], account }: HeaderProps) {
  const hasMenu = navigation.length > 0 || account !== undefined;
  return (
    <header class="head">
      <div class="wrap head-in">
        <a class="brand" href={authority.homeHref}>
          {authority.logo ? <img alt="" {...authority.logo} /> : <Mark />}
          <span>
            {authority.name} <small>{texts.space}</small>
          </span>
        </a>
        {hasMenu && (
          <>
            <button class="menu-button" type="button" popovertarget="menu">
              {texts.menu}
            </button>
            <nav class="menu" id="menu" popover="auto" aria-label={texts.mainNavigation}>
              <Links links={navigation.filter((link) => link.nowAndThen !== true)} />
              <NowAndThen links={navigation.filter((link) => link.nowAndThen === true)} />
              {account && <Account {...account} />}
            </nav>
          </>
        )}
      </div>
    </header>
  );
}

/** What is opened now and then stands behind a button of the same line, without a script. */
function NowAndThen({ links }: { links: readonly NavigationLink[] }) {
  if (links.length === 0) return null;
  return (
    <details class="menu-now-and-then">
      <summary>{texts.nowAndThen}</summary>
      <Links links={links} />
    </details>
  );
}

function Links({ links }: { links: readonly NavigationLink[] }) {
  if (links.length === 0) return null;
  return (
    <ul>
      {links.map((link) => (
        <li>
          <a href={link.href} aria-current={link.current ? "page" : undefined} data-key={link.shortcut}>
            {link.label}
            {link.count ? <span class="menu-count">{link.count}</span> : null}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Account({ name, href, signOut }: HeaderAccount) {
  return (
    <ul class="menu-account" aria-label={texts.account}>
      <li>
        <a href={href}>{name}</a>
      </li>
      {signOut && (
        <li>
          <form method="post" action={signOut.action}>
            <FormToken />
            <button>{signOut.label}</button>
          </form>
        </li>
      )}
    </ul>
  );
}
