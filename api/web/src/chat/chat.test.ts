import { expect, test } from "vitest";

import { parseRoute, routes } from "../route";
import { pick } from "./examples";
import { along, position, series } from "./fourier";

const topic = (id: string, poster_url: string | null = "/p.png") => ({
  topic_id: id,
  title: id,
  prompt: id,
  field: id[0]!,
  level: "",
  poster_url,
});

test("examples come from as many fields as there are", () => {
  const topics = ["a1", "a2", "b1", "c1"].map((id) => topic(id, null));
  expect(pick(topics, 3).map((one) => one.topic_id)).toEqual(["a1", "b1", "c1"]);
});

test("those with pictures are shown alone, in whole rows", () => {
  const topics = [topic("x1", null), ...["a1", "a2", "b1", "c1"].map((id) => topic(id))];
  expect(pick(topics).map((one) => one.topic_id)).toEqual(["a1", "b1", "c1"]);
});

test("the pen of the Fourier drawing comes back to where it began", () => {
  const circles = series(48);
  const [[x0, y0], [x1, y1]] = [position(circles, 0), position(circles, 1)];
  expect(Math.hypot(x1 - x0, y1 - y0)).toBeLessThan(1e-9);
  expect(along(circles, 0.3)).toHaveLength(49);
});

test("the drawing is a π: the pen passes its corner at the upper right", () => {
  const circles = series(48);
  const distances = Array.from({ length: 400 }, (_, step) => {
    const [x, y] = position(circles, step / 400);
    return Math.hypot(x - 1.05, y - 0.88);
  });
  expect(Math.min(...distances)).toBeLessThan(0.15);
});

test("addresses mean what they say", () => {
  expect(parseRoute(routes.conversation("a/b"))).toEqual({ name: "conversation", id: "a/b" });
  expect(parseRoute(routes.task("x"))).toEqual({ name: "task", id: "x" });
  expect(parseRoute("#/guide")).toEqual({ name: "guide" });
  expect(parseRoute("#/c/")).toEqual({ name: "new" });
  expect(parseRoute("")).toEqual({ name: "new" });
});
