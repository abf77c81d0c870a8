import { areaBetween } from '../../sheet/area';
import type { Area, ChartModel } from '../../sheet/model';
import { requireUnprotected } from '../book/edit/guard';
import { changeSheet } from '../book/edit/tabs';
import type { Sheet } from '../book/sheet';
import { readInteger, readRange, readText } from './arguments';
import { NULL_OBJECT, objectOf, type ModelClass, type ModelObject } from './model-class';
import { itemNotFound, notSupported } from './model-error';
import type { Session } from './session';

interface ChartRef {
  readonly sheet: Sheet;
  readonly id: string;
}

/** Where a new chart stands, as large as in Excel: 8 columns of 64 pixels, 15 rows of 20. */
const firstPlace: Area = { row: 0, column: 0, rows: 15, columns: 8 };

/** Charts of one sheet: columns side by side, from ranges of the same sheet. */
export const chartCollectionClass: ModelClass<Sheet> = {
  name: 'ChartCollection',
  properties: { Count: { get: ({ state }) => state.charts.length } },
  items: (sheet) => sheet.state.charts.map(({ id }) => objectOf(chartClass, { sheet, id })),
  item: (sheet, key: unknown) => findChart(sheet, key),
  methods: {
    Add: (sheet, [type, source, by]: unknown[], session) => {
      if (type !== 'ColumnClustered') throw notSupported(`a chart of type ${String(type)}`);
      const area = sourceOf(session, sheet, source);
      if (area.columns !== 1 || (by !== undefined && by !== 'Columns' && by !== 'Auto')) throw notSupported('a chart of more than one column');
      const id = session.book.newId();
      const name = `Chart ${sheet.state.charts.length + 1}`;
      const chart: ChartModel = { name, title: '', categories: null, series: [{ name: '', values: area }], place: firstPlace };
      requireUnprotected(sheet);
      changeSheet(session.book, 'addin', sheet, { charts: [...sheet.state.charts, { id, chart }] });
      return objectOf(chartClass, { sheet, id });
    },
    GetCount: ({ state }) => state.charts.length,
    GetItem: (sheet, [key]: [unknown]) => findChart(sheet, key) ?? fail(key),
    GetItemAt: (sheet, [index]: [unknown]) => {
      const placed = sheet.state.charts[readInteger(index, 'index')];
      return placed ? objectOf(chartClass, { sheet, id: placed.id }) : fail(index);
    },
    GetItemOrNullObject: (sheet, [key]: [unknown]) => findChart(sheet, key) ?? NULL_OBJECT,
  },
};

const chartClass: ModelClass<ChartRef> = {
  name: 'Chart',
  id: ({ id }) => id,
  properties: {
    Id: { get: ({ id }) => id },
    Name: {
      get: (ref) => chartOf(ref).name,
      set: (ref, value: unknown, session) => change(session, ref, { name: readText(value, 'name') }),
    },
    ChartType: { get: () => 'ColumnClustered' },
  },
  links: {
    Title: (ref) => objectOf(chartTitleClass, ref),
    Series: (ref) => objectOf(seriesCollectionClass, ref),
  },
  methods: {
    Delete: ({ sheet, id }, _values, { book }) => {
      requireUnprotected(sheet);
      changeSheet(book, 'addin', sheet, { charts: sheet.state.charts.filter((placed) => placed.id !== id) });
    },
    SetPosition: (ref, [start, end]: [unknown, unknown], session) => {
      const first = sourceOf(session, ref.sheet, start);
      const last = end === undefined || end === null ? null : sourceOf(session, ref.sheet, end);
      const place = last
        ? areaBetween(first.row, first.column, last.row + last.rows - 1, last.column + last.columns - 1)
        : { ...chartOf(ref).place, row: first.row, column: first.column };
      change(session, ref, { place });
    },
  },
};

const chartTitleClass: ModelClass<ChartRef> = {
  name: 'ChartTitle',
  properties: {
    Text: {
      get: (ref) => chartOf(ref).title,
      set: (ref, value: unknown, session) => change(session, ref, { title: readText(value, 'text') }),
    },
    Visible: { get: (ref) => chartOf(ref).title !== '' },
  },
};

const seriesCollectionClass: ModelClass<ChartRef> = {
  name: 'ChartSeriesCollection',
  properties: { Count: { get: (ref) => chartOf(ref).series.length } },
  items: (ref) => chartOf(ref).series.map((_, at) => objectOf(seriesClass, { ref, at })),
  methods: {
    Add: (ref, [name]: [unknown], session) => {
      const { series } = chartOf(ref);
      const { row, column } = series[0]?.values ?? firstPlace;
      const values = { row, column, rows: 1, columns: 1 };
      change(session, ref, { series: [...series, { name: typeof name === 'string' ? name : '', values }] });
      return objectOf(seriesClass, { ref, at: series.length });
    },
    GetCount: (ref) => chartOf(ref).series.length,
    GetItemAt: (ref, [index]: [unknown]) => {
      const at = readInteger(index, 'index');
      return chartOf(ref).series[at] ? objectOf(seriesClass, { ref, at }) : fail(index);
    },
  },
};

interface SeriesRef {
  readonly ref: ChartRef;
  readonly at: number;
}

const seriesClass: ModelClass<SeriesRef> = {
  name: 'ChartSeries',
  properties: {
    Name: {
      get: ({ ref, at }) => chartOf(ref).series[at]?.name ?? '',
      set: (place, value: unknown, session) => changeSeries(session, place, { name: readText(value, 'name') }),
    },
  },
  methods: {
    SetValues: (place, [source]: [unknown], session) => changeSeries(session, place, { values: sourceOf(session, place.ref.sheet, source) }),
    SetXAxisValues: ({ ref }, [source]: [unknown], session) => change(session, ref, { categories: sourceOf(session, ref.sheet, source) }),
  },
};

function chartOf({ sheet, id }: ChartRef): ChartModel {
  return (sheet.state.charts.find((placed) => placed.id === id) ?? fail('chart')).chart;
}

function change({ book }: Session, { sheet, id }: ChartRef, patch: Partial<ChartModel>): void {
  requireUnprotected(sheet);
  const charts = sheet.state.charts.map((placed) => (placed.id === id ? { id, chart: { ...placed.chart, ...patch } } : placed));
  changeSheet(book, 'addin', sheet, { charts });
}

function changeSeries(session: Session, { ref, at }: SeriesRef, patch: Partial<ChartModel['series'][number]>): void {
  change(session, ref, { series: chartOf(ref).series.map((each, index) => (index === at ? { ...each, ...patch } : each)) });
}

function sourceOf({ book }: Session, sheet: Sheet, source: unknown): Area {
  const range = readRange(book, sheet, source);
  if (range.sheet !== sheet) throw notSupported('a chart of cells of another sheet');
  return range.area;
}

function findChart(sheet: Sheet, key: unknown): ModelObject | null {
  const text = readText(key, 'name');
  const placed = sheet.state.charts.find(({ id, chart }) => id === text || chart.name === text);
  return placed ? objectOf(chartClass, { sheet, id: placed.id }) : null;
}

function fail(key: unknown): never {
  throw itemNotFound(`chart ${String(key)}`);
}
