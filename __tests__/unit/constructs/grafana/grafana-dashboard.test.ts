import { DASHBOARDS, PanelKind, PanelUnit, type Panel } from '../../../../constructs';
import { grafanaDashboard } from '../../../../constructs/grafana/grafana-dashboard';

interface Drawn {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: { x: number; y: number; w: number; h: number };
  readonly targets?: readonly { refId: string; expr: string; legendFormat: string }[];
  readonly fieldConfig?: { defaults: Record<string, unknown> };
}

const drawn = (panels: readonly Panel[]): Drawn[] => {
  const dashboard = grafanaDashboard({ id: 'one', title: 'One', rows: [{ title: 'Row', panels }] });
  return dashboard.panels as unknown as Drawn[];
};
const panel = (props: Partial<Panel> = {}): Panel => ({
  title: 'Lag',
  unit: PanelUnit.NUMBER,
  queries: [{ expression: 'up' }],
  ...props,
});

test('draws each panel of each dashboard once, and asks what it asks', () => {
  for (const dashboard of DASHBOARDS) {
    const asked = dashboard.rows.flatMap(({ panels }) => panels);
    const panels = (grafanaDashboard(dashboard).panels as unknown as Drawn[]).filter(
      ({ type }) => type !== 'row',
    );
    expect(panels.map(({ title }) => title).sort()).toEqual(asked.map(({ title }) => title).sort());
    expect(panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)).sort()).toEqual(
      asked.flatMap(({ queries }) => queries.map(({ expression }) => expression)).sort(),
    );
  }
});

test('no two panels overlap or have one id, and none leaves the grid', () => {
  for (const dashboard of DASHBOARDS) {
    const panels = grafanaDashboard(dashboard).panels as unknown as Drawn[];
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) => {
      expect(Number.isInteger(w) && x + w <= 24).toBe(true);
      return Array.from({ length: w * h }, (_, index) => `${x + (index % w)},${y + Math.floor(index / w)}`);
    });
    expect(new Set(cells).size).toBe(cells.length);
  }
});

test.each([
  [1, [24]],
  [3, [8, 8, 8]],
  [4, [12, 12, 12, 12]],
  [5, [8, 8, 8, 12, 12]],
])('%i panels are as wide as what is beside them lets them: %j', (count, widths) => {
  const [, ...panels] = drawn(Array.from({ length: count }, (_, index) => panel({ title: `${index}` })));
  expect(panels.map(({ gridPos }) => gridPos.w)).toEqual(widths);
});

test.each([
  [{}, ['green']],
  [{ most: 0 }, ['green', 'red']],
  [{ least: 0.3 }, ['red', 'green']],
  [{ least: 1, most: 1 }, ['red', 'green', 'red']],
])('is green where it should be, with %j', (bounds, colors) => {
  const [, one] = drawn([panel(bounds)]);
  const { steps } = one!.fieldConfig!.defaults.thresholds as {
    steps: { value: number | null; color: string }[];
  };
  expect(steps.map(({ color }) => color)).toEqual(colors);
  const at = (value: number): string | undefined =>
    steps.filter((each) => (each.value ?? -Infinity) <= value).at(-1)?.color;
  for (const allowed of Object.values(bounds)) expect(at(allowed)).toBe('green');
});

test('calls series by their legend, or what the panel is called, and says what is missing where there are none', () => {
  const [, one, two] = drawn([
    panel({ queries: [{ expression: 'up', legend: '{{instance}}' }, { expression: 'x' }], empty: 'None.' }),
    panel({ title: 'Other' }),
  ]);
  expect(one?.targets?.map(({ refId, legendFormat }) => [refId, legendFormat])).toEqual([
    ['A', '{{instance}}'],
    ['B', 'Lag'],
  ]);
  expect([one, two].map((each) => each?.fieldConfig?.defaults.noValue)).toEqual(['None.', 'No data']);
});

test.each([
  [PanelKind.LINES, 'timeseries'],
  [PanelKind.FIGURE, 'stat'],
  [PanelKind.TABLE, 'table'],
])('draws %s by the panel %s', (kind, type) => {
  expect(drawn([panel({ kind })])[1]?.type).toBe(type);
});
