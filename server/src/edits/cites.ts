import type { AnswerEntry, Cite, Sheet, Span } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { addKey } from './add-key.ts';
import { fill } from './answer.ts';
import { addToFlow } from './braces.ts';
import { columnOf, insertion, lineBreak, lineEnd, lineStart } from './layout.ts';
import { removeEntry } from './remove.ts';
import { writeScalar } from './scalar.ts';

/** Cites an entry of the table of remarks beside those that the row cites already; a dash that says that there is none is replaced. */
export function addCite(sheet: Sheet, entry: AnswerEntry, remark: string): Edit[] {
  const key = writeScalar(remark, 'flow');
  if (entry.cites.length === 0) {
    if (entry.citesSpan) return [{ span: entry.citesSpan, text: key }];
    if (entry.citesKey) return fill(sheet, entry.citesKey, key);
    return addKey(sheet, entry, sheet.catalogue.dialect.answer.cites.key, remark);
  }
  const list = listOf(sheet, entry);
  if (list === 'flow') return addToFlow(sheet, entry.citesSpan!, key);
  const last = entry.cites.at(-1)!.text.span;
  const text = sheet.document.getText();
  if (list === 'block') return [insertion(lineEnd(sheet, last.end), `${lineBreak(sheet)}${text.slice(lineStart(sheet, last.start), last.start)}${key}`)];
  return [{ span: last, text: `[${text.slice(last.start, last.end)}, ${key}]` }];
}

/** Takes one citation back; the key goes with the last one. */
export function removeCite(sheet: Sheet, entry: AnswerEntry, cite: Cite): Edit[] {
  if (entry.cites.length === 1) return removeEntry(sheet, entry.citesKey!, { start: entry.citesKey!.span.start, end: entry.citesSpan!.end });
  return listOf(sheet, entry) === 'block' ? [withoutItem(sheet, cite)] : removeEntry(sheet, cite.text, cite.text.span);
}

/** How the citations are written; undefined when it is a single one. */
function listOf(sheet: Sheet, { citesSpan, cites }: AnswerEntry): 'flow' | 'block' | undefined {
  if (citesSpan!.start === cites[0]!.text.span.start) return undefined;
  return /[[［]/.test(sheet.document.getText()[citesSpan!.start]!) ? 'flow' : 'block';
}

/** The item's whole line, whose comment stays as a line of its own. */
function withoutItem(sheet: Sheet, { text: { span } }: Cite): Edit {
  const text = sheet.document.getText();
  const line: Span = { start: lineStart(sheet, span.start), end: lineEnd(sheet, span.end) };
  const behind = text.slice(span.end, line.end);
  const comment = behind.indexOf('#');
  if (comment >= 0) return { span: { start: line.start, end: line.end }, text: ' '.repeat(columnOf(sheet, span.start)) + behind.slice(comment) };
  const before = /(?:\r\n|\n|\r)$/.exec(text.slice(Math.max(0, line.start - 2), line.start))?.[0].length ?? 0;
  return { span: { start: line.start - before, end: line.end }, text: '' };
}
