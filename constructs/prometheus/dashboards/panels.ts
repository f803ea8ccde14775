import { PanelKind, PanelUnit, type Panel } from './dashboard';

type Further = Pick<Panel, 'description' | 'most' | 'least' | 'empty'>;

/** A line for each series of one question, called as the legend says. */
export const lines = (
  title: string,
  unit: PanelUnit,
  expression: string,
  legend: string,
  further: Further = {},
): Panel => ({ title, unit, queries: [{ expression, legend }], ...further });

/** How many there are now. */
export const figure = (title: string, expression: string, further: Further = {}): Panel => ({
  title,
  kind: PanelKind.FIGURE,
  unit: PanelUnit.NUMBER,
  queries: [{ expression }],
  ...further,
});
