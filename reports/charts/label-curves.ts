import { characterWidth, textSize } from './config.ts';

type Point = { readonly x: number; readonly y: number };
type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** A line in pixels from the top left corner, its points by rising x, and what is to stand at it. */
export type Curve = { readonly text: string; readonly points: readonly Point[] };

/** The left end and the middle height of a label's text. */
export type LabelPlace = Point;

/** A place beside each curve for its label, where it covers no other label and as little as possible of these curves and the `others`. */
export function labelCurves(
  curves: readonly Curve[],
  others: readonly Pick<Curve, 'points'>[],
  width: number,
  height: number,
): LabelPlace[] {
  const inked = [...curves, ...others].map(({ points }) => sampled(points));
  const taken: Box[] = [];
  return curves.map(({ text, points }, index) => {
    const long = characterWidth * [...text].length;
    let best: { cost: number; place: LabelPlace } = { cost: Number.POSITIVE_INFINITY, place: { x: 0, y: 0 } };
    for (const point of sampled(points))
      for (const place of around(point, long)) {
        const box = boxOf(place, long);
        if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) continue;
        const covered = inked.reduce((sum, line) => sum + line.filter((spot) => inside(spot, box)).length, 0);
        const clashes = taken.filter((other) => overlap(other, box)).length;
        const near = inked.filter((line, other) => other !== index && line.some((spot) => isNear(spot, point))).length;
        const cost = 10_000 * clashes + 40 * near + 10 * covered + Math.abs(point.x - width / 2) / width;
        if (cost < best.cost) best = { cost, place };
      }
    taken.push(boxOf(best.place, long));
    return best.place;
  });
}

function around({ x, y }: Point, long: number): LabelPlace[] {
  const reach = textSize / 2 + 4;
  return [x + 4, x - long - 4, x - long / 2].flatMap((left) => [
    { x: left, y: y - reach },
    { x: left, y: y + reach },
  ]);
}

/** Near enough to take one line's label for the other's. */
function isNear(a: Point, b: Point): boolean {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2 < 64;
}

function boxOf({ x, y }: LabelPlace, long: number): Box {
  return { left: x - 2, right: x + long + 2, top: y - textSize / 2, bottom: y + textSize / 2 };
}

function inside({ x, y }: Point, { left, right, top, bottom }: Box): boolean {
  return x >= left && x <= right && y >= top - 1 && y <= bottom + 1;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Points along the line, at most four pixels apart. */
function sampled(points: readonly Point[]): Point[] {
  return points.flatMap((point, index) => {
    const next = points[index + 1];
    if (next === undefined) return [point];
    const steps = Math.max(1, Math.ceil(Math.sqrt((next.x - point.x) ** 2 + (next.y - point.y) ** 2) / 4));
    return Array.from({ length: steps }, (_, step) => ({
      x: point.x + (step / steps) * (next.x - point.x),
      y: point.y + (step / steps) * (next.y - point.y),
    }));
  });
}
