import type { KnownWorkbook } from '../../src/job/known-workbook';
import type { ReturnedFile } from '../../src/job/recognise-return';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { recogniseWorkbook } from '../../src/job/recognise';
import { splitCityWorkbook, type CitySplit } from '../../src/job/split';
import type { Value } from '../../src/list/list';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { contentOf } from '../../src/sheet/content-of';
import type { WorkbookModel } from '../../src/sheet/model';
import { makeSurroundings, newWorkbook } from './workbook';

/** A city office in memory: its workbook, what it sends, and what the units do with it. */

export const around = makeSurroundings(7);

export type Cells = Readonly<Record<string, Value>>;

export async function readKnown(port: MemoryPort): Promise<KnownWorkbook> {
  return recogniseWorkbook(await port.read(), [plan], around);
}

/** Types cells into a row of a list (0-based index into its body), as somebody would. */
export async function type(port: MemoryPort, list: string, row: number, cells: Cells): Promise<void> {
  const { sheetName, firstRow, at } = (await readKnown(port)).reading.entries.lists[list]!;
  for (const [key, value] of Object.entries(cells)) {
    const column = at[key];
    if (column === undefined || row < 0) throw new Error(`no cell ${key} in row ${row} of list ${list}`);
    port.edit(sheetName, firstRow + row, column, [[value]]);
  }
}

/** Index of the row with that 项目名称, -1 where there is none. */
export async function rowOf(port: MemoryPort, list: string, name: string): Promise<number> {
  return (await readKnown(port)).reading.entries.lists[list]!.values['projectName']!.indexOf(name);
}

/** One cell of the row with that 项目名称. */
export async function cellOf(port: MemoryPort, list: string, name: string, column: string): Promise<Value> {
  const row = await rowOf(port, list, name);
  return (await readKnown(port)).reading.entries.lists[list]!.values[column]![row]!;
}


/** A city workbook with a handful of projects of 泽州县, 高平市, 城区 and 市本级 on lists 5, 8 and A. */
export async function cityOffice(): Promise<MemoryPort> {
  const port = await newWorkbook({});
  const five = (await readKnown(port)).reading.entries.lists['5']!.values['projectName']!.findLastIndex((name) => name !== null) + 1;
  await type(port, '5', five, project('甲项目', '泽州县', 1));
  await type(port, '5', five + 1, project('乙项目', '高平市', 2));
  await type(port, '5', five + 2, project('丙项目', '泽州县', 3));
  await type(port, '8', 0, { problemNumber: 'Z-1', projectName: '甲项目', unit: '泽州县', description: '征地补偿没有谈妥' });
  const reserve = { projectType: '产业', isPrivate: '是', isKey: '否', startKind: '续建', nextYearPlan: 5_000 };
  await type(port, 'A', 0, { ...project('储备一', '城区', 4), ...reserve });
  await type(port, 'A', 1, { ...project('储备二', '市本级', 5), ...reserve, nextYearPlan: 7_000 });
  return port;
}

export function project(projectName: string, unit: string, number: number): Cells {
  return {
    projectName,
    unit,
    developer: `${projectName}建设公司`,
    projectCode: `2311-140525-04-01-00000${number}`,
    totalInvestment: 10_000 + number,
    responsibleUnit: `${unit}发展改革局`,
    responsiblePerson: `负责人${number}号`,
    phone: `1380000000${number}`,
  };
}

export function split(port: MemoryPort, units: readonly string[] | null = null): Promise<CitySplit> {
  return splitCityWorkbook(port, [plan], units, around);
}

/** A unit's file of a split, opened to be filled in. */
export function opened({ files }: CitySplit, unit: string): MemoryPort {
  return createMemoryPort(files.find((file) => file.unit === unit)!.model);
}

let sent = 0;

/** What comes back by mail; every file has a content of its own unless told otherwise. */
export function returned(model: WorkbookModel, name: string, fingerprint = `f${(sent += 1)}`, savedAt: number | null = 1_000): ReturnedFile {
  return { name, savedAt, fingerprint, content: contentOf(model) };
}
