import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, loginUrl } from "../api/client";
import { ErrorMessage } from "./message";
import { Mark } from "./mark";

/** Asks who is there, where the server wants to know: by an account elsewhere, or by a key. */
export function SignIn({ ways }: { ways: string[] }) {
  const [key, setKey] = useState("");
  const client = useQueryClient();
  const enter = useMutation({ mutationFn: api.signIn, onSuccess: () => client.resetQueries() });
  return (
    <main className="sign-in" id="main">
      <h1>
        <Mark /> Tulku
      </h1>
      <p className="muted">Say what you want to understand; Tulku shows it to you.</p>
      {ways.includes("oidc") && (
        <a className="button primary" href={loginUrl}>
          Sign in
        </a>
      )}
      {ways.includes("key") && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            enter.mutate(key.trim());
          }}
        >
          <label>
            Key
            <input
              type="password"
              autoComplete="current-password"
              value={key}
              onChange={(event) => setKey(event.target.value)}
            />
          </label>
          <button type="submit" className="plain" disabled={key.trim().length < 8 || enter.isPending}>
            Sign in with a key
          </button>
        </form>
      )}
      {enter.isError && <ErrorMessage error={enter.error} />}
    </main>
  );
}

/** Leaves, where one had to sign in. */
export function SignOut() {
  const client = useQueryClient();
  const leave = useMutation({ mutationFn: api.signOut, onSuccess: () => client.resetQueries() });
  return (
    <button type="button" className="quiet" disabled={leave.isPending} onClick={() => leave.mutate()}>
      Sign out
    </button>
  );
}
