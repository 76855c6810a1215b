import type { Row } from '../catalogue/form-index.ts';
import type { AnswerEntry, Sheet } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { addToFlow, clear, insertion } from './answer.ts';
import { columnOf, contentEnd, indentUnit, lineBreak, lineEnd } from './layout.ts';

/**
 * Adds keys for rows that the sheet lacks, each behind the nearest row above it on the form.
 * @param rows rows without an entry, in any order
 * @param word the answer of each; none leaves it empty
 * @returns nothing where 回答 is written in braces
 */
export function insertRows(sheet: Sheet, rows: Row[], word?: string): Edit[] {
  if (!sheet.answersKey) return [];
  const eol = lineBreak(sheet);
  const questions = sheet.answers.filter((entry) => !entry.question);
  if (questions.some((entry) => entry.inFlow)) return [];
  const first = questions[0];
  const indent = ' '.repeat(first ? columnOf(sheet, first.key.span.start) : columnOf(sheet, sheet.answersKey.span.start) + indentUnit(sheet));
  const texts = new Map<number, string>();
  const add = (offset: number, text: string): void => {
    texts.set(offset, (texts.get(offset) ?? '') + text);
  };
  const blank = new Set(rows.flatMap((row) => (row.kind === 'option' ? sheet.entryOf(row.parent!) ?? [] : [])));
  const edits: Edit[] = [...blank].flatMap((entry) => (entry.shape === 'empty' ? clear(sheet, entry.key) : []));
  for (const row of [...rows].sort((a, b) => a.order - b.order)) {
    if (row.kind === 'option') {
      const question = sheet.entryOf(row.parent!);
      if (question) {
        const option = optionEdit(sheet, question, row, eol, member(row, word));
        if (option?.text.startsWith(eol)) add(option.span.start, option.text);
        else if (option) edits.push(option);
        continue;
      }
    }
    const lines = row.kind === 'option' ? optionLines(row, indent, indentUnit(sheet), rows, word) : [`${indent}${member(row, word)}`];
    for (const line of lines) add(anchor(sheet, questions, row), eol + line);
  }
  return [...edits, ...[...texts].map(([offset, text]) => insertion(offset, text))];
}

/** The heading's own line stands before the first of its missing options. */
function optionLines(row: Row, indent: string, unit: number, rows: Row[], word: string | undefined): string[] {
  const siblings = row.parent!.options.filter((option) => rows.includes(option));
  const line = `${indent}${' '.repeat(unit)}${member(row, word)}`;
  return siblings[0] === row ? [`${indent}${row.parent!.key}:`, line] : [line];
}

/** Behind the entry of the nearest row above on the form, or behind the key 回答 itself. */
function anchor(sheet: Sheet, questions: AnswerEntry[], row: Row): number {
  let best: AnswerEntry | undefined;
  for (const entry of questions) {
    if (!entry.row || entry.row.order >= row.order) continue;
    if (!best || entry.row.order >= best.row!.order) best = entry;
  }
  const end = best ? contentEnd(sheet, best.span) : sheet.answersKey!.span.end;
  return lineEnd(sheet, end);
}

function optionEdit(sheet: Sheet, question: AnswerEntry, row: Row, eol: string, line: string): Edit | undefined {
  if (question.shape === 'flow') return addToFlow(sheet, question.valueSpan!, line.endsWith(':') ? `${line} ` : line)[0];
  const unit = indentUnit(sheet);
  if (question.shape === 'empty') {
    return insertion(lineEnd(sheet, question.key.span.end), `${eol}${' '.repeat(columnOf(sheet, question.key.span.start) + unit)}${line}`);
  }
  if (question.shape !== 'block') return undefined;
  const above = question.options.filter((option) => option.row && option.row.order < row.order).at(-1);
  const column = columnOf(sheet, question.valueSpan!.start);
  if (!above) return insertion(question.valueSpan!.start, `${line}${eol}${' '.repeat(column)}`);
  return insertion(lineEnd(sheet, contentEnd(sheet, above.span)), `${eol}${' '.repeat(column)}${line}`);
}

function member(row: Row, word: string | undefined): string {
  return word === undefined ? `${row.key}:` : `${row.key}: ${word}`;
}
