import { useEffect, useState } from "react";

import { ConversationPage, TaskPage } from "./chat/conversation";
import { Welcome } from "./chat/welcome";
import { OwnCode } from "./code/own_code";
import { Guide } from "./guide/guide";
import { Sidebar } from "./history/sidebar";
import { useMe } from "./data/queries";
import { useRoute, type Route } from "./route";
import { Banner } from "./shell/banner";
import { SignIn } from "./shell/sign_in";
import { TopBar } from "./shell/top_bar";

/** The shell: history at the side, one page in the middle. */
export function App() {
  const route = useRoute();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [route.name, "id" in route && route.id]);

  const { data: me } = useMe();
  if (me?.owner === null && me.login.length) return <SignIn ways={me.login} />;

  return (
    <div className="shell" data-history={open ? "open" : "closed"}>
      <a className="skip" href="#main" onClick={focusMain}>
        Skip to the page
      </a>
      <Sidebar open={open} onClose={() => setOpen(false)} />
      <div className="page">
        <TopBar open={open} signedIn={Boolean(me?.login.length)} onOpen={() => setOpen(true)} />
        <Banner />
        <main id="main" tabIndex={-1}>
          <Middle route={route} />
        </main>
      </div>
    </div>
  );
}

function Middle({ route }: { route: Route }) {
  switch (route.name) {
    case "new":
      return <Welcome />;
    case "guide":
      return <Guide />;
    case "code":
      return <OwnCode />;
    case "conversation":
      return <ConversationPage key={route.id} id={route.id} />;
    case "task":
      return <TaskPage key={route.id} id={route.id} />;
  }
}

/** The address after `#` is the route, so the skip link moves the focus itself. */
function focusMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
