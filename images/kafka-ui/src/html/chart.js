import { html } from 'hono/html';
import { clock, decimal, timestamp } from '../format.js';

/** @import { Window } from '../windows.js' */

const TOP = 16;
const BOTTOM = 204;
const HEIGHT = 232;
/** Percent of the width: the numbers of the scale are to the left of it. */
const [LEFT, RIGHT] = [9, 98];

/**
 * Windows as points on a line. Places are percentages, so that a narrow screen gets the same letters.
 * @param {readonly [Window, ...Window[]]} windows by start
 */
export function chart(windows) {
  const [first] = windows;
  const last = windows.at(-1) ?? first;
  const ticks = scale(windows.map(({ value }) => value));
  const [low, high] = [Math.min(...ticks), Math.max(...ticks)];
  const y = (/** @type {number} */ value) => round(BOTTOM - ((value - low) / (high - low)) * (BOTTOM - TOP));
  const [begin, span] = [first.start.getTime(), last.start.getTime() - first.start.getTime()];
  const x = (/** @type {Date} */ time) =>
    span === 0 ? (LEFT + RIGHT) / 2 : round(LEFT + ((time.getTime() - begin) / span) * (RIGHT - LEFT));
  const points = windows.map((window) => ({ window, x: x(window.start), y: y(window.value) }));
  const label = `${first.name} in ${windows.length} windows from ${timestamp(first.start)} to ${timestamp(last.end)} UTC, last ${decimal(last.value)}`;

  return html`<svg class="chart" role="img" aria-label="${label}" width="100%" height="${HEIGHT}">
    ${ticks.map((tick) => html`<line class="grid" x1="${LEFT}%" x2="${RIGHT}%" y1="${y(tick)}" y2="${y(tick)}"></line><text class="tick" x="${LEFT - 1}%" y="${y(tick) + 4}" text-anchor="end">${decimal(tick)}</text>`)}
    ${points.slice(1).map((to, index) => {
      const from = points[index] ?? to;
      return html`<line class="line" x1="${from.x}%" y1="${from.y}" x2="${to.x}%" y2="${to.y}"></line>`;
    })}
    ${points.map(({ window, x, y }) => html`<circle class="point" cx="${x}%" cy="${y}" r="${window === last ? 5 : 3}"><title>${clock(window.start)}–${clock(window.end)} UTC: ${decimal(window.value)}</title></circle>`)}
    <text
      class="tick"
      x="${span === 0 ? (LEFT + RIGHT) / 2 : LEFT}%"
      y="${HEIGHT - 6}"
      text-anchor="${span === 0 ? 'middle' : 'start'}"
    >
      ${clock(first.start)}
    </text>
    ${span === 0 ? '' : html`<text class="tick" x="${RIGHT}%" y="${HEIGHT - 6}" text-anchor="end">${clock(last.start)} UTC</text>`}
  </svg>`;
}

/**
 * Three to six round numbers around the values.
 * @param {readonly number[]} values
 * @returns {readonly number[]}
 */
export function scale(values) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = most - least || Math.abs(most) || 1;
  const power = 10 ** Math.floor(Math.log10(span / 4));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => span / each <= 4) ?? span;
  const from = Math.floor(least / step);
  const to = Math.max(Math.ceil(most / step), from + 2);
  return Array.from({ length: to - from + 1 }, (_, index) => Number(((from + index) * step).toPrecision(12)));
}

/** @param {number} value */
const round = (value) => Math.round(value * 100) / 100;
