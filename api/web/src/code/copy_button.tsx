import { useEffect, useState } from "react";

import { Icon } from "../shell/icon";

const SHOWN = 2_000;

/** Copies a text and says so. */
export function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      className="quiet icon-only"
      aria-label={copied ? "Copied" : "Copy the code"}
      title="Copy"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      <Icon name={copied ? "done" : "copy"} />
    </button>
  );
}
