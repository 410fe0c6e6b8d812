import type { StructureElement } from 'pdfkit';
import type { Block } from './contract-blocks.ts';
import { type Column, type Style, setFlows, setWords, type Typesetter } from './set-flows.ts';
import { page, type Sheet } from './sheet.ts';

/** Each at least 4.5 to 1 on white, but for the thin line between rows, which tells nothing. */
const ink = '#212b32';
const quiet = '#4c6272';
const blue = '#005eb8';
const hairline = '#d8dde0';

const body: Style = { font: 'regular', size: 10.5, leading: 15, colour: ink };
const strong: Style = { ...body, font: 'bold' };
const noted: Style = { ...body, font: 'bold', size: 9, leading: 13, colour: blue };
const code: Style = { ...body, size: 10 };
const heading: Style = { font: 'bold', size: 13, leading: 18, colour: blue };
const title: Style = { font: 'bold', size: 22, leading: 28, colour: ink };
export const footer: Style = { font: 'regular', size: 9, leading: 12, colour: quiet };

const labelWidth = 138;
const gutter = 14;
const aboveHeading = 10;
const belowHeading = 3;
const aroundRow = 4;
const betweenBlocks = 5;
const belowTable = 6;
/** Of what follows a heading, as much stays with it. */
const withHeading = 50;

export type Setting = {
  readonly sheet: Sheet;
  readonly setter: Typesetter;
  readonly root: StructureElement;
};

/** Gives way after each piece of work, so that whoever waits for something else is not held up by a long contract. */
export function* setBlocks(setting: Setting, blocks: readonly Block[]): Generator<void> {
  for (const block of blocks) {
    yield* setBlock(setting, block);
    yield;
  }
}

function* setBlock({ sheet, setter, root }: Setting, block: Block): Generator<void> {
  const whole = { x: page.left, width: sheet.width };
  switch (block.is) {
    case 'title':
      sheet.put([setWords(setter, root, 'H1', block.text, { ...whole, style: title })]);
      sheet.skip(betweenBlocks);
      return;
    case 'heading':
      sheet.skip(aboveHeading);
      sheet.need(heading.leading + belowHeading + withHeading);
      sheet.put([setWords(setter, root, 'H2', block.text, { ...whole, style: heading })]);
      sheet.skip(belowHeading);
      return;
    case 'code':
      sheet.put([setWords(setter, root, 'P', block.text, { ...whole, style: code })]);
      sheet.skip(betweenBlocks);
      return;
    case 'text':
      if (block.note !== undefined) {
        sheet.put([setWords(setter, root, 'P', block.note, { ...whole, style: noted })]);
      }
      sheet.put([setFlows(setter, root, block.flows, { ...whole, style: body })]);
      sheet.skip(betweenBlocks);
      return;
    case 'answers':
      yield* setAnswers({ sheet, setter, root }, block.rows);
      sheet.skip(belowTable);
      return;
    case 'table':
      setTable({ sheet, setter, root }, block.rows);
      sheet.skip(belowTable);
      return;
  }
}

function* setAnswers(
  { sheet, setter, root }: Setting,
  rows: Extract<Block, { is: 'answers' }>['rows'],
): Generator<void> {
  const table = setter.struct('Table');
  root.add(table);
  const label = { x: page.left, width: labelWidth };
  const answer = {
    x: page.left + labelWidth + gutter,
    width: sheet.width - labelWidth - gutter,
    style: body,
  };
  for (const { label: words, note, flows } of rows) {
    const row = setter.struct('TR');
    table.add(row);
    const header = setter.struct('TH', { scope: 'Row' });
    row.add(header);
    const named = setWords(setter, header, 'P', words, { ...label, style: strong });
    const marked =
      note === undefined ? [] : [setWords(setter, header, 'P', note, { ...label, style: noted })];
    const cell = setter.struct('TD');
    row.add(cell);
    putRow(sheet, [below(named, ...marked), setFlows(setter, cell, flows, answer)]);
    yield;
  }
}

function setTable({ sheet, setter, root }: Setting, rows: readonly (readonly string[])[]): void {
  const table = setter.struct('Table');
  root.add(table);
  const shares = [0.36, 0.14, 0.38, 0.12];
  rows.forEach((texts, rowIndex) => {
    const row = setter.struct('TR');
    table.add(row);
    let x = page.left;
    const columns = texts.map((text, index) => {
      const width = sheet.width * (shares[index] ?? 0);
      const cell = rowIndex === 0 ? setter.struct('TH', { scope: 'Column' }) : setter.struct('TD');
      row.add(cell);
      const style = rowIndex === 0 ? strong : body;
      const column = setWords(setter, cell, 'P', text, { x, width: width - gutter, style });
      x += width;
      return column;
    });
    putRow(sheet, columns);
  });
}

function putRow(sheet: Sheet, columns: readonly Column[]): void {
  sheet.skip(aroundRow);
  sheet.put(columns);
  sheet.skip(aroundRow);
  sheet.rule(hairline);
}

function below(first: Column, ...more: readonly Column[]): Column {
  return more.reduce(
    ({ lines, height }, next) => ({
      lines: [...lines, ...next.lines.map(line => ({ ...line, top: line.top + height }))],
      height: height + next.height,
    }),
    first,
  );
}
