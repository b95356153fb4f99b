import { useEffect, useRef, useState } from "react";

import { useHistory } from "../data/queries";
import { routes } from "../route";
import { Icon } from "../shell/icon";
import { Mark } from "../shell/mark";
import { asProblem } from "../api/problem";
import { grouped, matching } from "./grouping";
import { Lines, SubjectLines } from "./lines";

/** The history: what was wished before, by subject and lesson, then by time. */
export function Sidebar({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { data, error } = useHistory();
  const [words, setWords] = useState("");
  const close = useDrawer(open, onClose);
  const lines = data?.conversations ?? [];
  const { subjects, others } = grouped(matching(lines, words));

  return (
    <>
      {open && <div className="shade" onClick={onClose} />}
      <nav className="sidebar" aria-label="History">
        <div className="sidebar-top">
          <a className="brand" href={routes.new}>
            <Mark /> Tulku
          </a>
          <button
            ref={close}
            type="button"
            className="quiet icon-only narrow-only"
            aria-label="Close the history"
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </div>
        <a className="button plain" href={routes.new}>
          <Icon name="plus" /> New wish
        </a>
        {lines.length > 4 && (
          <input
            type="search"
            aria-label="Search the history"
            placeholder="Search"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
        <div className="history">
          {subjects.map((subject) => (
            <SubjectLines key={subject.name} subject={subject} />
          ))}
          {others.map((group) => (
            <Lines key={group.name} group={group} />
          ))}
          {error && asProblem(error).status > 0 && <p className="muted">The history cannot be read now.</p>}
          {data && lines.length === 0 && <p className="muted">What you wish for will be kept here.</p>}
        </div>
      </nav>
    </>
  );
}

/** On narrow screens the history is a drawer: it takes the focus, and Escape closes it. */
function useDrawer(open: boolean, onClose: () => void) {
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const before = document.activeElement as HTMLElement | null;
    close.current?.focus();
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && onClose();
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
      before?.focus();
    };
  }, [open, onClose]);
  return close;
}
