import { listOf, number, object, oneOf, text } from '../../core/checks';
import { required, type Properties } from '../../core/properties';

/** What is seen at a glance, however it is drawn: by Grafana, and by the local family's page. */
export interface Dashboard {
  /** Its address wherever it is drawn: 1 to 40 of `[a-z0-9-]`; of one dashboard alone. */
  readonly id: string;
  readonly title: string;
  /** From the top; 1 or more. */
  readonly rows: readonly DashboardRow[];
}

/** Panels beside each other. */
export interface DashboardRow {
  readonly title: string;
  /** From the left; 1 or more. */
  readonly panels: readonly Panel[];
}

/** What one question, or a few of one unit, is answered by. */
export interface Panel {
  /** In its row, of one panel alone. */
  readonly title: string;
  /** @default PanelKind.LINES */
  readonly kind?: PanelKind;
  readonly unit: PanelUnit;
  /** 1 or more. */
  readonly queries: readonly PanelQuery[];
  /** What it tells, and from when on it tells of trouble, in a sentence or two. @default - the title says it */
  readonly description?: string;
  /** What a value must not be more than; it is drawn. @default - nothing */
  readonly most?: number;
  /** What a value must not be less than; it is drawn. @default - nothing */
  readonly least?: number;
  /** What is said where nothing is found, because all is well or nothing like it runs. @default 'No data' */
  readonly empty?: string;
}

/** What a panel asks. */
export interface PanelQuery {
  /** In PromQL. */
  readonly expression: string;
  /** What each series is called: text in which `{{label}}` is the value of a label. @default - the panel's title */
  readonly legend?: string;
}

/** How a panel looks. */
export enum PanelKind {
  /** A line for each series. */
  LINES = 'lines',
  /** The last value, to be read from afar. */
  FIGURE = 'figure',
  /** A line of text for each series that is there now: its labels. */
  TABLE = 'table',
}

/** What the values of a panel are. */
export enum PanelUnit {
  NUMBER = 'number',
  PER_SECOND = 'per second',
  /** From 0 to 1, shown in percent. */
  RATIO = 'ratio',
  BYTES = 'bytes',
  BYTES_PER_SECOND = 'bytes per second',
  SECONDS = 'seconds',
}

const GRAFANA =
  'https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/';
const sentence = text('policy', 'a sentence');
const title = required(text('policy', 'a few words'));
const bound = number('policy', 'a number', () => true);

const QUERY: Properties<PanelQuery> = {
  expression: required(
    text('https://prometheus.io/docs/prometheus/latest/querying/basics/', 'an expression of PromQL'),
  ),
  legend: text('policy', "text with labels as '{{label}}'"),
};

const PANEL: Properties<Panel> = {
  title,
  kind: oneOf('policy', PanelKind),
  unit: required(oneOf('policy', PanelUnit)),
  queries: required(listOf(object(QUERY), 1)),
  description: sentence,
  most: bound,
  least: bound,
  empty: sentence,
};

const ROW: Properties<DashboardRow> = { title, panels: required(listOf(object(PANEL), 1)) };

export const DASHBOARD_PROPERTIES: Properties<Dashboard> = {
  id: required(
    text(GRAFANA, "1 to 40 of a-z, 0-9 and '-', because it is part of addresses", /^[a-z0-9-]{1,40}$/),
  ),
  title,
  rows: required(listOf(object(ROW), 1)),
};
