import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import { html, raw } from 'hono/html';
import { clock, timestamp, valueIn } from '../format.js';

/** @import { Span, Unit } from '../prometheus.js' */

/**
 * @typedef {{ name: string, values: ReadonlyMap<number, number> }} Line
 * @typedef {{ unit: Unit, most?: number | undefined, least?: number | undefined }} Measure
 */

/** Of what is drawn, in pixels; the letters of the scale are beside it, and the width is that of the screen. */
const [TOP, HEIGHT, WHOLE] = [10, 140, 172];
/** Percent of the width. */
const [LEFT, RIGHT] = [21, 98];
/** Units of the drawing itself, which is stretched; its strokes are not. */
const WIDTH = 1_000;
/** Colours, after which they begin again. */
export const COLOURS = 8;
const TICKS = 3;

/**
 * A line for each series, over the same time.
 * @param {string} title
 * @param {readonly Line[]} lines one or more
 * @param {Span} span
 * @param {Measure} measure
 */
export function linesChart(title, lines, span, measure) {
  const times = timesOf(span);
  const y = scaleOf(lines, measure);
  const x = scaleUtc([new Date(span.start * 1000), new Date(span.end * 1000)], [0, WIDTH]);
  const place = (/** @type {number} */ value) => TOP + y.at(value);
  const path = line(
    (/** @type {readonly [number, number]} */ [time]) => x(time * 1000),
    ([, value]) => y.at(value),
  ).defined(([, value]) => Number.isFinite(value));
  const bounds = [measure.most, measure.least].filter((each) => each !== undefined && y.has(each));
  const column = WIDTH / Math.max(1, times.length - 1);
  const label = `${title}: ${lines.map(({ name, values }) => `${name} ${lastOf(values, measure.unit)}`).join(', ')}`;
  const long = span.end - span.start > 86_400;

  return html`<svg class="chart lines" role="img" aria-label="${label}" width="100%" height="${WHOLE}">
    ${y.ticks.map((tick) => html`<line class="grid" x1="${LEFT}%" x2="${RIGHT}%" y1="${place(tick)}" y2="${place(tick)}"></line><text class="tick" x="${LEFT - 1}%" y="${place(tick) + 4}" text-anchor="end">${tick === 0 ? '0' : valueIn(measure.unit, tick)}</text>`)}
    ${x.ticks(TICKS).map((tick) => html`<text class="tick" x="${LEFT + (x(tick) / WIDTH) * (RIGHT - LEFT)}%" y="${WHOLE - 6}" text-anchor="${x(tick) > 0.94 * WIDTH ? 'end' : 'middle'}">${long ? timestamp(tick).slice(5, 16) : clock(tick).slice(0, 5)}</text>`)}
    <svg
      x="${LEFT}%"
      y="${TOP}"
      width="${RIGHT - LEFT}%"
      height="${HEIGHT}"
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      preserveAspectRatio="none"
    >
      ${bounds.map((bound) => html`<line class="bound" x1="0" x2="${WIDTH}" y1="${y.at(bound ?? 0)}" y2="${y.at(bound ?? 0)}"></line>`)}
      ${lines.map(({ values }, index) => raw(`<path class="line colour-${index % COLOURS}" d="${path(times.map((time) => [time, values.get(time) ?? NaN])) ?? ''}"></path>`))}
      ${times.map((time) => html`<rect class="at" x="${x(time * 1000) - column / 2}" y="0" width="${column}" height="${HEIGHT}"><title>${clock(new Date(time * 1000))} UTC${lines.map(({ name, values }) => (values.has(time) ? html`&#10;${name}: ${valueIn(measure.unit, values.get(time) ?? 0)}` : ''))}</title></rect>`)}
    </svg>
  </svg>`;
}

/**
 * The times that Prometheus has values of, where it has any.
 * @param {Span} span
 */
export const timesOf = ({ start, end, step }) =>
  Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, index) => start + index * step);

/**
 * @param {ReadonlyMap<number, number>} values
 * @param {Unit} unit
 */
export function lastOf(values, unit) {
  const last = [...values.values()].at(-1);
  return last === undefined ? 'nothing' : valueIn(unit, last);
}

/**
 * From nothing, or below, to the most, in round numbers of the unit.
 * @param {readonly Line[]} lines
 * @param {Measure} measure
 */
function scaleOf(lines, { unit, most, least }) {
  const values = lines.flatMap((each) => [...each.values.values()]).filter(Number.isFinite);
  // What is in parts of a whole is seen against its bound; all else would be pressed flat by one that is far away.
  const bounds = unit === 'ratio' ? [most ?? 0, least ?? 0] : [];
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values, ...bounds)];
  const bytes =
    unit.startsWith('bytes') && high >= 1024 ? 1024 ** Math.floor(Math.log(high) / Math.log(1024)) : 1;
  const scale = scaleLinear([low / bytes, (high === low ? low + 1 : high) / bytes], [HEIGHT, 0]).nice(TICKS);
  const [bottom = 0, top = 1] = scale.domain();
  return {
    at: (/** @type {number} */ value) => Math.round(scale(value / bytes) * 100) / 100,
    has: (/** @type {number} */ value) => value / bytes > bottom && value / bytes < top,
    ticks: scale.ticks(TICKS).map((tick) => tick * bytes),
  };
}
