/** Whether the server answers: set by every call, read by the banner. */

type Listener = () => void;

const listeners = new Set<Listener>();
let reachable = true;

export const connection = {
  get: () => reachable,
  set(now: boolean) {
    if (now === reachable) return;
    reachable = now;
    listeners.forEach((tell) => tell());
  },
  subscribe(tell: Listener) {
    listeners.add(tell);
    return () => void listeners.delete(tell);
  },
};
