import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";

import { api } from "../api/client";
import { connection } from "../api/connection";

const EVERY = 3_000;

/** Says when the server is away, asks until it is back, then brings everything up to date. */
export function Banner() {
  const reachable = useSyncExternalStore(connection.subscribe, connection.get);
  const client = useQueryClient();
  useEffect(() => {
    if (reachable) return;
    const timer = setInterval(() => {
      api.health().then(
        () => void client.invalidateQueries(),
        () => undefined,
      );
    }, EVERY);
    return () => clearInterval(timer);
  }, [reachable, client]);

  return (
    <div className="banner" role="status" hidden={reachable}>
      {!reachable && "Tulku's server does not answer. Nothing is lost; trying again …"}
    </div>
  );
}
