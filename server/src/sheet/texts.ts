import type { Sheet, Text } from './model.ts';
import { perSheet } from './per-sheet.ts';

export interface PlacedText {
  text: Text;
  kind: 'key' | 'answer' | 'cite' | 'reference' | 'remark' | 'header' | 'other';
  rows: string[];
}

/** @returns every scalar of the sheet that the dialect knows, in no particular order */
export const textsOf: (sheet: Sheet) => readonly PlacedText[] = perSheet(read);

function read(sheet: Sheet): PlacedText[] {
  const texts: PlacedText[] = [];
  const add = (kind: PlacedText['kind'], text: Text | undefined, rows: string[] = []): void => {
    if (text) texts.push({ text, kind, rows });
  };
  add('key', sheet.formKey);
  add('other', sheet.formText);
  for (const { key, value } of sheet.header) {
    add('key', key);
    add('header', value);
  }
  for (const entry of sheet.answers) {
    const rows = [entry.id];
    add('key', entry.key, rows);
    add('answer', entry.word, rows);
    for (const cite of entry.cites) add('cite', cite.text, rows);
    for (const { text } of entry.references) add('reference', text, rows);
    add('remark', entry.remark, rows);
    add('other', entry.provisional?.text, rows);
  }
  for (const remark of sheet.remarks) {
    add('key', remark.key);
    add('remark', remark.text);
  }
  return texts;
}

/** @returns every remark that is written, in place or in the table, as it stands in the document */
export const remarkSources = perSheet((sheet): readonly { start: number; source: string; rows: string[] }[] => {
  const document = sheet.document.getText();
  return textsOf(sheet).filter(({ kind }) => kind === 'remark')
    .map(({ text: { span }, rows }) => ({ start: span.start, source: document.slice(span.start, span.end), rows }));
});
