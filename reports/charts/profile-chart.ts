import type { TopLevelSpec } from 'vega-lite';
import type { Profile } from '../resolution.ts';
import { colours } from './config.ts';
import { labelCurves } from './label-curves.ts';
import { linePanel, type PanelFrame, type PanelLine, titleRoom } from './line-panel.ts';
import { controlStyle, type LineStyle, lineStyles } from './line-styles.ts';
import { shortNames } from './short-names.ts';

/** Profiles that share a panel, methods with a band, and every name beside its line; controls are dotted. */
export function profileChart(profile: Profile, title: string): TopLevelSpec {
  const { lines } = profile;
  const styles = lines.map(({ control }, index) => (control ? controlStyle : (lineStyles[index] ?? controlStyle)));
  const drawn = lines.map((line, index) => ({
    ...lineOf(profile, line, styles[index] ?? controlStyle),
    width: line.control ? 1.5 : 2,
    band: !line.control,
  }));
  return linePanel(drawn.toReversed(), labelsOf(profile, lines, styles, wide), frameOf(profile, title, wide));
}

/** One method's profile with its band, before the faint lines of the others and the dotted ones of the controls. */
export function profilePanel(profile: Profile, method: string): TopLevelSpec {
  const controls = profile.lines.filter(({ control }) => control);
  const own = profile.lines.filter((line) => line.method === method);
  const others = profile.lines.filter((line) => !line.control && line.method !== method);
  const plain = (style: LineStyle) => (line: Profile['lines'][number]) => ({
    ...thinned(lineOf(profile, line, style)),
    width: 1,
    band: false,
  });
  const ownStyle: LineStyle = { colour: colours.accent, dash: [1, 0], shape: 'circle' };
  return linePanel(
    [
      ...others.map(plain({ ...ownStyle, colour: colours.faint })),
      ...controls.map(plain(controlStyle)),
      ...own.map((line) => ({ ...lineOf(profile, line, ownStyle), width: 2, band: true })),
    ],
    labelsOf(
      profile,
      controls,
      controls.map(() => controlStyle),
      small,
    ),
    frameOf(profile, null, small),
  );
}

type Size = Pick<PanelFrame, 'width' | 'height' | 'padding'>;
const wide: Size = { width: 276, height: 190, padding: { left: 54, right: 10, top: 8, bottom: 36 } };
const small: Size = { width: 210, height: 96, padding: { left: 40, right: 10, top: 8, bottom: 20 } };

function lineOf({ thresholds }: Profile, { share, low, high }: Profile['lines'][number], style: LineStyle) {
  return {
    style,
    dots: false,
    points: thresholds.map((x, index) => ({
      x,
      value: share[index]!,
      low: low[index]!,
      high: high[index]!,
      joined: true,
    })),
  } satisfies Omit<PanelLine, 'width' | 'band'>;
}

/** Every other point: what stands behind needs no more. */
function thinned<Line extends Pick<PanelLine, 'points'>>(line: Line): Line {
  const last = line.points.length - 1;
  return { ...line, points: line.points.filter((_, index) => index % 2 === 0 || index === last) };
}

function labelsOf(profile: Profile, lines: Profile['lines'], styles: readonly LineStyle[], { width, height }: Size) {
  const { least, most } = rangeOf(profile);
  const names = shortNames(
    lines.map(({ method }) => method),
    24,
  );
  const inPixels = ({ method, share }: Profile['lines'][number]) => ({
    text: names.get(method) ?? method,
    points: profile.thresholds.map((threshold, index) => ({
      x: (width * (threshold - least)) / (most - least),
      y: height * (1 - share[index]!),
    })),
  });
  const curves = lines.map(inPixels);
  const others = profile.lines.filter((line) => !lines.includes(line)).map(inPixels);
  return labelCurves(curves, others, width, height).map((place, index) => ({
    ...place,
    from: null,
    text: curves[index]!.text,
    colour: (styles[index] ?? controlStyle).colour,
  }));
}

function frameOf(profile: Profile, title: string | null, size: Size): PanelFrame {
  const { least, most } = rangeOf(profile);
  return {
    ...size,
    across: {
      scale: { domain: [least, most], nice: false, zero: false },
      axis: { title, tickCount: size === wide ? 5 : 4, grid: false },
    },
    up: { low: 0, high: 1 },
    upAxis: {
      ...titleRoom,
      title: size === wide ? 'share of instances' : null,
      tickCount: size === wide ? 4 : 2,
      format: '%',
      domain: false,
    },
  };
}

function rangeOf({ thresholds }: Profile): { readonly least: number; readonly most: number } {
  const [least = 0, most = 1] = [thresholds[0], thresholds.at(-1)];
  return least === most ? { least, most: least + 1 } : { least, most };
}
