import { ALERTS, DASHBOARDS, QUERIES } from '../../constructs';
import { promtool } from './support/promtool';
import { exporters, seriesIn } from './support/series';

const PANELS = DASHBOARDS.flatMap(({ title, rows }) =>
  rows.flatMap((row) =>
    row.panels.map((panel) => ({ name: `${title}, ${row.title}, ${panel.title}`, panel })),
  ),
);
const isExported = exporters();

test.each(PANELS)('$name: asks for what somebody exports', ({ panel }) => {
  const names = panel.queries.flatMap(({ expression }) => seriesIn(expression));
  expect(names).not.toEqual([]);
  expect(names.filter((name) => !isExported(name))).toEqual([]);
});

test.each(ALERTS)('the alert $name asks for what somebody exports', ({ expression }) => {
  const names = seriesIn(expression);
  expect(names.filter((name) => !isExported(name))).toEqual([]);
});

test('a series that has another name is noticed, whoever names it', () => {
  const renamed = [
    'kafka_leaders',
    'kafka_topic_bytes',
    'spark_streaming_state_rows',
    'jvm_memory_max_bytes',
  ];
  for (const name of renamed)
    expect({ name, isExported: isExported(name) }).toEqual({ name, isExported: true });
  expect(renamed.filter((name) => isExported(name.replace('_', '_other_')))).toEqual([]);
  expect(isExported('kafka_topic_bytes_disk')).toBe(false);
});

test('every question is one that a panel or an alert asks', () => {
  const asked = [...PANELS.flatMap(({ panel }) => panel.queries), ...ALERTS].map(
    ({ expression }) => expression,
  );
  const unasked = Object.entries(QUERIES).filter(([, query]) => !asked.some((each) => each.includes(query)));
  expect(unasked.map(([name]) => name)).toEqual([]);
});

test('every panel asks in the language of Prometheus', async () => {
  const rules = PANELS.flatMap(({ panel }, index) =>
    panel.queries.map(({ expression: expr }, number) => ({ record: `panel_${index}_${number}`, expr })),
  );
  expect(await promtool(JSON.stringify({ groups: [{ name: 'panels', rules }] }))).toBe('');
});

test('a legend names labels that the series of its panel have', () => {
  const grouped = /^sum by \(([^)]*)\)/;
  for (const { name, panel } of PANELS)
    for (const { expression, legend = '' } of panel.queries) {
      const labels = grouped.exec(expression)?.[1]?.split(', ');
      const named = [...legend.matchAll(/\{\{(\w+)\}\}/g)].map(([, label = '']) => label);
      if (labels)
        expect({ name, missing: named.filter((each) => !labels.includes(each)) }).toEqual({
          name,
          missing: [],
        });
    }
});
