import { useEffect, useRef } from "react";

import { along, position, series, type Circle, type Point } from "./fourier";

const CIRCLES = 48;
const SECONDS = 14;
const STEPS = 420;
const FRAME_TIME = 1000 / 30;

/** Circles on circles that draw a π, as in the films this house admires. Decoration: hidden from screen readers. */
export function Epicycles() {
  const place = useRef<HTMLCanvasElement>(null);
  useEffect(() => (place.current ? draw(place.current) : undefined), []);
  return <canvas ref={place} className="epicycles" aria-hidden="true" />;
}

/** What does not change from picture to picture. */
interface Drawing {
  pen: CanvasRenderingContext2D;
  canvas: HTMLCanvasElement;
  circles: Circle[];
  curve: Point[];
}

/** Draw until the returned function is called; only the finished curve where motion is not wanted. */
function draw(canvas: HTMLCanvasElement): () => void {
  const pen = canvas.getContext("2d");
  if (!pen) return () => undefined;
  const circles = series(CIRCLES);
  const curve = Array.from({ length: STEPS }, (_, step) => position(circles, step / STEPS));
  const drawing = { pen, canvas, circles, curve };
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const start = performance.now();
  let request = 0;
  let last = 0;

  const frame = (now: number) => {
    request = requestAnimationFrame(frame);
    if (!still && now - last < FRAME_TIME) return;
    last = now;
    // A frame may carry a time before the start: it was asked for later than its clock was read.
    picture(drawing, (Math.max(0, now - start) / 1000 / SECONDS) % 1, !still);
    if (still) cancelAnimationFrame(request);
  };
  request = requestAnimationFrame(frame);
  return () => cancelAnimationFrame(request);
}

function picture(drawing: Drawing, time: number, moving: boolean): void {
  const { pen, canvas } = drawing;
  const { clientWidth, clientHeight } = canvas;
  const sharp = Math.min(devicePixelRatio, 2);
  const size = [Math.round(clientWidth * sharp), Math.round(clientHeight * sharp)] as const;
  if (canvas.width !== size[0]) canvas.width = size[0];
  if (canvas.height !== size[1]) canvas.height = size[1];
  const unit = Math.min(clientWidth, clientHeight) * 0.36;
  pen.setTransform(unit * sharp, 0, 0, -unit * sharp, size[0] / 2, size[1] / 2);
  pen.clearRect(-50, -50, 100, 100);
  const style = getComputedStyle(canvas);
  if (moving) wheels(drawing, time, style.outlineColor, unit);
  trace(drawing, time, moving, style.color, unit);
}

function wheels({ pen, circles }: Drawing, time: number, color: string, unit: number): void {
  const joints = along(circles, time);
  pen.strokeStyle = color;
  pen.lineWidth = 1 / unit;
  circles.forEach(({ radius, turns }, index) => {
    const center = joints[index]!;
    if (turns === 0 || radius < 0.006) return;
    pen.beginPath();
    pen.arc(center[0], center[1], radius, 0, 2 * Math.PI);
    pen.moveTo(...center);
    pen.lineTo(...joints[index + 1]!);
    pen.stroke();
  });
}

/** The curve, fading towards what was drawn longest ago. */
function trace({ pen, circles, curve }: Drawing, time: number, fading: boolean, color: string, unit: number): void {
  pen.strokeStyle = color;
  pen.lineWidth = 2.25 / unit;
  const newest = Math.floor(time * STEPS) % STEPS;
  let from = position(circles, time);
  for (let age = 0; age < STEPS; age++) {
    const to = curve[(newest - age + STEPS) % STEPS]!;
    pen.globalAlpha = fading ? (1 - age / STEPS) ** 0.7 : 1;
    pen.beginPath();
    pen.moveTo(...from);
    pen.lineTo(...to);
    pen.stroke();
    from = to;
  }
  pen.globalAlpha = 1;
}
