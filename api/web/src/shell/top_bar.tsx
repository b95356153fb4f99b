import { routes } from "../route";
import { Icon } from "./icon";
import { Mark } from "./mark";
import { SignOut } from "./sign_in";
import { ThemeSwitch } from "./theme";

/** The bar on narrow screens, and the theme switch everywhere. */
export function TopBar({ open, signedIn, onOpen }: { open: boolean; signedIn: boolean; onOpen: () => void }) {
  return (
    <header className="top-bar">
      <button
        type="button"
        className="quiet icon-only narrow-only"
        aria-label="History"
        aria-expanded={open}
        onClick={onOpen}
      >
        <Icon name="menu" />
      </button>
      <a className="brand narrow-only" href={routes.new}>
        <Mark /> Tulku
      </a>
      <span className="spring" />
      {signedIn && <SignOut />}
      <ThemeSwitch />
    </header>
  );
}
