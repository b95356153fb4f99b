/** The Fourier series of the outline of a π: the circles that draw it. */

export type Point = [number, number];

/** `turns` round trips per drawing, starting at `phase` (radians). */
export interface Circle {
  radius: number;
  turns: number;
  phase: number;
}

// prettier-ignore
const OUTLINE: Point[] = [
  [-1.05, 0.3], [-0.95, 0.55], [-0.8, 0.74], [-0.6, 0.85], [-0.35, 0.88], [1.05, 0.88], [1.05, 0.6], [0.52, 0.6],
  [0.47, 0.1], [0.45, -0.35], [0.48, -0.55], [0.58, -0.64], [0.72, -0.62], [0.84, -0.48], [0.9, -0.32], [0.98, -0.34],
  [0.95, -0.6], [0.85, -0.8], [0.68, -0.92], [0.45, -0.92], [0.28, -0.8], [0.22, -0.55], [0.24, -0.1], [0.29, 0.6],
  [-0.26, 0.6], [-0.3, 0.2], [-0.37, -0.2], [-0.46, -0.6], [-0.56, -0.82], [-0.68, -0.92], [-0.8, -0.88], [-0.84, -0.76],
  [-0.78, -0.62], [-0.64, -0.4], [-0.54, -0.1], [-0.47, 0.25], [-0.43, 0.6], [-0.6, 0.6], [-0.76, 0.54], [-0.88, 0.42], [-0.97, 0.27],
];
const SAMPLES = 512;

/** The `count` largest circles, the largest first, the resting one (no turns) at the very beginning. */
export function series(count: number): Circle[] {
  const points = evenly(OUTLINE, SAMPLES);
  const circles: Circle[] = [];
  for (let turns = -count; turns <= count; turns++) {
    let x = 0;
    let y = 0;
    points.forEach(([px, py], n) => {
      const angle = (-2 * Math.PI * turns * n) / SAMPLES;
      x += (px * Math.cos(angle) - py * Math.sin(angle)) / SAMPLES;
      y += (px * Math.sin(angle) + py * Math.cos(angle)) / SAMPLES;
    });
    circles.push({ radius: Math.hypot(x, y), turns, phase: Math.atan2(y, x) });
  }
  circles.sort((a, b) => Number(b.turns === 0) - Number(a.turns === 0) || b.radius - a.radius);
  return circles.slice(0, count);
}

/** The joints from the middle to the pen at a time in [0, 1]. */
export function along(circles: Circle[], time: number): Point[] {
  const joints: Point[] = [[0, 0]];
  let [x, y] = [0, 0];
  for (const { radius, turns, phase } of circles) {
    x += radius * Math.cos(2 * Math.PI * turns * time + phase);
    y += radius * Math.sin(2 * Math.PI * turns * time + phase);
    joints.push([x, y]);
  }
  return joints;
}

export const position = (circles: Circle[], time: number): Point => along(circles, time).at(-1)!;

/** Points at equal distances along a closed polygon. */
function evenly(corners: Point[], count: number): Point[] {
  const lengths = corners.map((corner, index) => distance(corner, corners[(index + 1) % corners.length]!));
  const step = lengths.reduce((sum, length) => sum + length, 0) / count;
  const points: Point[] = [];
  let left = 0;
  corners.forEach((from, index) => {
    const to = corners[(index + 1) % corners.length]!;
    const length = lengths[index]!;
    for (; left < length && points.length < count; left += step) {
      const share = left / length;
      points.push([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]);
    }
    left -= length;
  });
  return points;
}

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);
