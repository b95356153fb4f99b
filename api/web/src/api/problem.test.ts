import { expect, test } from "vitest";

import { asProblem, problemOf } from "./problem";

const answer = (status: number, body: unknown, headers = {}) => new Response(JSON.stringify(body), { status, headers });

test("the server's own words come first", async () => {
  const body = { title: "No", detail: "prompt: too long", code: "invalid", advice: "see /docs" };
  expect(await problemOf(answer(422, body))).toMatchObject({
    message: "prompt: too long",
    code: "invalid",
    advice: "see /docs",
  });
});

test("inner errors are not shown to people", async () => {
  const problem = await problemOf(answer(500, { detail: "Traceback: secret" }));
  expect(problem.message).not.toContain("secret");
});

test("answers that are no JSON", async () => {
  const problem = await problemOf(new Response("<html>", { status: 502 }));
  expect(problem).toMatchObject({ status: 502, code: "http_502" });
  expect(problem.message).not.toBe("");
});

test("how long to wait", async () => {
  expect(await problemOf(answer(429, {}, { "Retry-After": "7" }))).toMatchObject({ retryAfter: 7 });
});

test("validation errors of FastAPI's own form", async () => {
  expect(await problemOf(answer(422, { detail: [{ msg: "Field required" }] }))).toMatchObject({
    message: "Field required",
  });
});

test("anything thrown becomes a problem", () => {
  expect(asProblem(new TypeError("x is undefined")).message).toBe("The page made a mistake.");
});
