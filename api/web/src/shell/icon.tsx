/** Line icons on a 20 x 20 grid, one path each; always beside or inside something with a name. */

const PATHS = {
  send: "M10 16V4M5 9l5-5 5 5",
  stop: "M6 6h8v8H6z",
  more: "M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4",
  plus: "M10 4v12M4 10h12",
  menu: "M3 5h14M3 10h14M3 15h14",
  close: "M5 5l10 10M15 5L5 15",
  copy: "M7 7h9v9H7zM4 13V4h9",
  done: "M4 10.5l4 4 8-9",
  down: "M10 3v9M6 8.5l4 4 4-4M4 16.5h12",
  edit: "M4 16l.8-3.6L13.5 3.7l2.8 2.8-8.7 8.7zM12 5.3L14.8 8",
  again: "M16 10a6 6 0 1 1-1.8-4.3M16 3v3.4h-3.4",
  up: "M6 9v8H3V9zM6 9l4-6c1.4 0 2 .8 2 2l-.5 3H16c.8 0 1.4.7 1.2 1.5l-1.3 6c-.2.9-.8 1.5-1.7 1.5H6",
  thumbDown:
    "M6 11V3H3v8zM6 11l4 6c1.4 0 2-.8 2-2l-.5-3H16c.8 0 1.4-.7 1.2-1.5l-1.3-6C15.700 3.600 15.100 3 14.200 3H6",
  sun: "M10 6.500a3.500 3.500 0 1 0 0 7a3.500 3.500 0 1 0 0-7M10 2v1.500M10 16.500V18M2 10h1.500M16.500 10H18M4.300 4.300l1.100 1.100M14.600 14.600l1.100 1.100M4.300 15.700l1.100-1.100M14.600 5.400l1.100-1.100",
  moon: "M16 11.800A6.500 6.500 0 0 1 8.200 4a6.500 6.500 0 1 0 7.800 7.800z",
  bin: "M4 6h12M8 6V4h4v2M6 6l.7 10h6.600L14 6",
  book: "M10 5.500C8.500 4.300 6 4 3.500 4v11c2.500 0 5 .3 6.500 1.500C11.500 15.300 14 15 16.500 15V4C14 4 11.500 4.300 10 5.500zM10 5.500v11",
  code: "M7 6l-4 4 4 4M13 6l4 4-4 4",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
