import type { Row } from '../../catalogue/form-index.ts';
import { setAnswer } from '../../edits/answer.ts';
import { insertRow } from '../../edits/answering/answer.ts';
import { behindColon, blankValue, contentEnd } from '../../edits/layout.ts';
import type { AnswerEntry, Sheet, Span } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';

/** Where a row is to be answered. */
export interface AnswerPlace {
  /** What is to be written first, so that there is such a place. */
  edits: Edit[];
  /** What to select, in UTF-16 offsets of the text once that is written. */
  span: Span;
  /** An answer is to be typed there; otherwise something is to be mended. */
  awaits: boolean;
}

/** Stands for the answer while the place is looked for: a character for private use. */
const MARK = '\uE000';

/** @returns where a row that is open is to be answered; nothing when it cannot be put anywhere */
export function answerPlace(sheet: Sheet, row: Row): AnswerPlace | undefined {
  const [entry, again] = sheet.entriesOf(row);
  if (again) return mending(again.key.span);
  if (entry?.word) return mending(entry.word.span);
  if (entry?.shape === 'other') return mending(entry.valueSpan!);
  if (entry) return behindKey(sheet, entry) ?? marked(setAnswer(sheet, entry, MARK));
  const question = row.kind === 'option' ? sheet.entryOf(row.parent!) : undefined;
  if (question?.shape === 'word' || question?.shape === 'other') return mending(question.valueSpan!);
  return misplaced(sheet) ?? marked(insertRow(sheet, row, MARK));
}

function mending(span: Span): AnswerPlace {
  return { edits: [], span, awaits: false };
}

/** An empty key needs nothing but the cursor, behind the space if there is one; quotes around nothing are typed over. */
function behindKey(sheet: Sheet, entry: AnswerEntry): AnswerPlace | undefined {
  const key = entry.shape === 'empty' ? entry.key : entry.wordKey;
  const colon = key && behindColon(sheet, key.span.end);
  if (colon === undefined) return undefined;
  const text = sheet.document.getText();
  const end = colon + blankValue(sheet, colon);
  const start = colon + /^[ \t\u3000]*/.exec(text.slice(colon, end))![0].length;
  const space = end === colon && text[colon] === ' ' ? 1 : 0;
  return { edits: [], span: { start: start + space, end: end + space }, awaits: true };
}

/** Something stands in place of all answers. */
function misplaced(sheet: Sheet): AnswerPlace | undefined {
  const { answers, answersKey, answersSpan } = sheet;
  if (answers.length > 0 || !answersKey || !answersSpan) return undefined;
  const start = behindColon(sheet, answersKey.span.end) ?? answersKey.span.end;
  const end = contentEnd(sheet, answersSpan);
  const value = sheet.document.getText().slice(start, end).trimStart();
  return value === '' || /^[{｛]/.test(value) ? undefined : mending({ start: end - value.length, end });
}

/** Edits that write the mark, with the place instead of it. */
function marked(edits: Edit[]): AnswerPlace | undefined {
  const own = edits.find(({ text }) => text.includes(MARK));
  if (!own) return undefined;
  const before = edits.filter(({ span }) => span.end <= own.span.start && span.start < own.span.start);
  const moved = before.reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), 0);
  const at = own.span.start + moved + own.text.indexOf(MARK);
  return { edits: edits.map((edit) => ({ ...edit, text: edit.text.replace(MARK, '') })), span: { start: at, end: at }, awaits: true };
}
