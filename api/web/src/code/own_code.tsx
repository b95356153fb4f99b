import { EditAndRender } from "./edit_and_render";

const BLANK = `from manim import *


class MyScene(Scene):
    def construct(self):
        circle = Circle(color=BLUE)
        self.play(Create(circle))
        self.play(circle.animate.shift(2 * RIGHT))
        self.wait()
`;

/** Your own scene, rendered as Tulku renders its own. */
export function OwnCode() {
  return (
    <div className="own-code">
      <h1>Your own code</h1>
      <p className="muted">
        Any Manim scene, also an old one: “Bring up to date” turns manimgl and older versions into today's Manim. It
        runs in a sandbox, without network.
      </p>
      <section className="code-panel" aria-label="Code">
        <EditAndRender start={BLANK} />
      </section>
    </div>
  );
}
