import type {
  Dashboard as GrafanaDashboard,
  DataSourceRef,
  FieldConfig,
  Panel as GrafanaPanel,
} from '@grafana/schema';
import type { Options as FigureOptions } from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type { Options as TableOptions } from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';
import type {
  FieldConfig as LineConfig,
  Options as LineOptions,
} from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';
import { PanelKind, PanelUnit, type Dashboard, type Panel } from '../prometheus/interfaces';

/** As JSON has it: the values of enumerations, and not what they are called. */
type Plain<T> = T extends string
  ? `${T}`
  : T extends number
    ? number
    : T extends object
      ? { [Key in keyof T]: Plain<T[Key]> }
      : T;

/** What dashboards are told of whom they ask. */
export const DATA_SOURCE = { type: 'prometheus', uid: 'prometheus' } satisfies DataSourceRef;

/** Of Grafana's grid, which is 24 wide. */
const WIDTH = 24;
const HEIGHT = { [PanelKind.LINES]: 8, [PanelKind.FIGURE]: 4, [PanelKind.TABLE]: 8 };
const ROW_HEIGHT = 1;
/** How many are beside each other, at most. */
const BESIDE = { [PanelKind.LINES]: 3, [PanelKind.FIGURE]: 6, [PanelKind.TABLE]: 1 };

/** @see https://grafana.com/docs/grafana/latest/visualizations/panels-visualizations/configure-standard-options/#unit */
const UNITS: Readonly<Record<PanelUnit, string>> = {
  [PanelUnit.NUMBER]: 'short',
  [PanelUnit.PER_SECOND]: 'suffix:/s',
  [PanelUnit.RATIO]: 'percentunit',
  [PanelUnit.BYTES]: 'bytes',
  [PanelUnit.BYTES_PER_SECOND]: 'binBps',
  [PanelUnit.SECONDS]: 's',
};

/**
 * A dashboard as Grafana reads it. Its types are those that Grafana publishes; the compiler holds this to them.
 * @see https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/
 */
export function grafanaDashboard({ id: uid, title, rows }: Dashboard): Plain<GrafanaDashboard> {
  let [y, id] = [0, 0];
  const panels = rows.flatMap((row) => {
    const head = {
      ...{ type: 'row' as const, id: ++id, title: row.title, collapsed: false, panels: [] },
      gridPos: { x: 0, y, w: WIDTH, h: ROW_HEIGHT },
    };
    y += ROW_HEIGHT;
    const placed = lines(row.panels).flatMap((line) => {
      const [top, w] = [y, WIDTH / line.length];
      const h = Math.max(...line.map((each) => HEIGHT[kindOf(each)]));
      y += h;
      return line.map((each, index) => ({
        ...grafanaPanel(each),
        id: ++id,
        gridPos: { x: index * w, y: top, w, h },
      }));
    });
    return [head, ...placed];
  });
  return {
    ...{ uid, title, panels, tags: ['cdktf-streaming'] },
    ...{ schemaVersion: 42, editable: false, graphTooltip: 1, timezone: 'browser', refresh: '15s' },
    time: { from: 'now-1h', to: 'now' },
    links: [
      {
        ...{ type: 'dashboards', title: 'Dashboards', tags: ['cdktf-streaming'], url: '' },
        ...{ asDropdown: false, includeVars: false, keepTime: true, targetBlank: false },
        ...{ icon: '', tooltip: '' },
      },
    ],
  };
}

const kindOf = ({ kind = PanelKind.LINES }: Panel): PanelKind => kind;

/** Panels of one kind beside each other, as many in each line as in the others where that can be. */
function lines(panels: readonly Panel[]): readonly (readonly Panel[])[] {
  const placeOf = ([first]: readonly Panel[]): number => (first ? panels.indexOf(first) : 0);
  return Object.values(PanelKind)
    .map((kind) => panels.filter((each) => kindOf(each) === kind))
    .flatMap((same) => {
      const most = same[0] ? BESIDE[kindOf(same[0])] : 1;
      const size = Math.ceil(same.length / Math.ceil(same.length / most));
      return Array.from({ length: Math.ceil(same.length / size) || 0 }, (_, index) =>
        same.slice(index * size, (index + 1) * size),
      );
    })
    .sort((one, other) => placeOf(one) - placeOf(other));
}

function grafanaPanel(panel: Panel): Plain<GrafanaPanel> {
  const { title, description, queries, unit, empty } = panel;
  const kind = kindOf(panel);
  const isNow = kind === PanelKind.TABLE;
  return {
    ...{ title, description, datasource: DATA_SOURCE },
    targets: queries.map(({ expression: expr, legend: legendFormat = title }, index) => ({
      ...{ refId: String.fromCodePoint(65 + index), datasource: DATA_SOURCE, expr, legendFormat },
      ...(isNow ? { instant: true, range: false, format: 'table' } : { instant: false, range: true }),
    })),
    fieldConfig: {
      defaults: {
        ...{ unit: UNITS[unit], noValue: empty ?? 'No data', thresholds: thresholds(panel) },
        ...(unit === PanelUnit.RATIO && { min: 0 }),
        ...DRAWN[kind].field,
      },
      overrides: [],
    },
    ...{ type: DRAWN[kind].type, options: DRAWN[kind].options },
    ...(isNow && {
      transformations: [
        { id: 'organize', options: { excludeByName: { Time: true, Value: true, __name__: true } } },
      ],
    }),
  };
}

/** Green where it should be; from each on, the next colour. */
function thresholds({ most, least }: Panel): Plain<FieldConfig['thresholds']> {
  const [good, bad] = ['green', 'red'];
  const steps = [
    { value: null as unknown as number, color: least === undefined ? good : bad },
    ...(least === undefined ? [] : [{ value: least, color: good }]),
    // Colours begin at a value, and this one is still allowed.
    ...(most === undefined ? [] : [{ value: most === 0 ? 1e-9 : most * (1 + 1e-9), color: bad }]),
  ];
  return { mode: 'absolute', steps };
}

const LINES: Plain<LineOptions> = {
  legend: { calcs: ['lastNotNull'], displayMode: 'list', placement: 'bottom', showLegend: true },
  tooltip: { mode: 'multi', sort: 'desc' },
};
const LINE: Plain<LineConfig> = {
  ...{ lineWidth: 1, fillOpacity: 8, showPoints: 'never', axisSoftMin: 0 },
  thresholdsStyle: { mode: 'dashed' },
};
const FIGURE: Plain<FigureOptions> = {
  reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
  ...{ colorMode: 'value', graphMode: 'area', justifyMode: 'auto', textMode: 'auto', orientation: 'auto' },
  ...{ percentChangeColorMode: 'standard', showPercentChange: false, wideLayout: true },
};
const TABLE: Plain<TableOptions> = { frameIndex: 0, showHeader: true, cellHeight: 'sm' };

interface Drawn {
  readonly type: string;
  readonly options: Record<string, unknown>;
  readonly field?: Plain<Pick<FieldConfig, 'custom' | 'color'>>;
}

/** Which of Grafana's panels draws a kind, and how. */
const DRAWN: Readonly<Record<PanelKind, Drawn>> = {
  [PanelKind.LINES]: {
    type: 'timeseries',
    options: LINES,
    field: { custom: LINE, color: { mode: 'palette-classic' } },
  },
  [PanelKind.FIGURE]: { type: 'stat', options: FIGURE, field: { color: { mode: 'thresholds' } } },
  [PanelKind.TABLE]: { type: 'table', options: TABLE },
};
