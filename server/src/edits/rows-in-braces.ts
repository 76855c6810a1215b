import type { Row } from '../catalogue/form-index.ts';
import type { AnswerEntry, Sheet, Span } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { fill } from './answer.ts';
import { addBehind } from './braces.ts';

interface Member {
  order: number;
  text: string;
}

/**
 * Adds keys for rows that the sheet lacks to the braces behind 回答, each behind the nearest row above it on the form.
 * @param rows rows without an entry, in the form's order
 * @param word the answer of each; none leaves it empty
 */
export function rowsInBraces(sheet: Sheet, braces: Span, rows: Row[], word: string | undefined): Edit[] {
  const byQuestion = new Map<Row, Row[]>();
  for (const row of rows) {
    const question = row.kind === 'option' ? row.parent! : row;
    byQuestion.set(question, [...byQuestion.get(question) ?? [], row]);
  }
  const members: Member[] = [];
  const edits: Edit[] = [];
  for (const [question, asked] of byQuestion) {
    const entry = asked[0] === question ? undefined : sheet.entryOf(question);
    if (entry) edits.push(...optionsInBraces(sheet, entry, asked, word));
    else members.push({ order: question.order, text: asked[0] === question ? pair(question, word) : `${question.key}: { ${asked.map((row) => pair(row, word)).join(', ').trimEnd()} }` });
  }
  return [...addMembers(sheet, braces, sheet.answers.filter((entry) => !entry.question), members), ...edits];
}

/** Adds options to a question that stands in braces, or has them. */
export function optionsInBraces(sheet: Sheet, question: AnswerEntry, rows: Row[], word: string | undefined): Edit[] {
  if (question.shape === 'empty') return fill(sheet, question.key, `{ ${rows.map((row) => pair(row, word)).join(', ').trimEnd()} }`);
  if (question.shape !== 'flow') return [];
  return addMembers(sheet, question.valueSpan!, question.options, rows.map((row) => ({ order: row.order, text: pair(row, word) })));
}

/** A key without an answer needs a space behind its colon. */
function pair(row: Row, word = ''): string {
  return `${row.key}: ${word}`;
}

function addMembers(sheet: Sheet, span: Span, entries: AnswerEntry[], members: Member[]): Edit[] {
  // In one edit for each place: whether a comma must stand before a member depends on those that are added with it.
  const places = new Map<AnswerEntry | undefined, string[]>();
  for (const { order, text } of members) {
    const above = nearestAbove(entries, order);
    places.set(above, [...places.get(above) ?? [], text]);
  }
  return [...places].flatMap(([above, texts]) => addBehind(sheet, span, above, texts));
}

/** @returns the entry of the nearest row above a place on the form; of several the last one */
export function nearestAbove(entries: AnswerEntry[], order: number): AnswerEntry | undefined {
  let best: AnswerEntry | undefined;
  for (const entry of entries) {
    if (entry.row && entry.row.order < order && (!best || entry.row.order >= best.row!.order)) best = entry;
  }
  return best;
}
