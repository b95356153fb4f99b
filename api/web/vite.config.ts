import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const SERVED = ["generate", "status", "videos", "events", "tasks", "chat", "conversations", "render", "convert"];
const ALSO = ["components", "search", "feedback", "topics", "export", "healthz", "auth"];

/** Every browser that can show this page reads woff2; KaTeX's older font files would only be dead weight. */
const onlyWoff2 = {
  name: "only-woff2",
  enforce: "pre" as const,
  transform: (code: string, id: string) =>
    id.includes("katex") && id.endsWith(".css") ? code.replace(OLD_FONTS, "") : undefined,
};
const OLD_FONTS = /,\s*url\([^)]+\.(?:woff|ttf)\)\s*format\("?\w+"?\)/g;

export default defineConfig({
  plugins: [onlyWoff2, react()],
  build: {
    assetsInlineLimit: 0, // no data: addresses, the page's content policy does not allow them
    target: "es2022",
    cssTarget: ["chrome123", "firefox120", "safari17.5"], // those that know light-dark()
    modulePreload: { polyfill: false },
  },
  server: {
    // `npm run dev` beside a running `tulku serve`
    proxy: Object.fromEntries([...SERVED, ...ALSO].map((path) => [`/${path}`, "http://127.0.0.1:8000"])),
  },
  test: { environment: "node", include: ["src/**/*.test.ts"] },
});
