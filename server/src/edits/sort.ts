import type { AnswerEntry, Sheet } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { columnOf, contentEnd, lineBreak, lineEnd, lineStart } from './layout.ts';

/** A question's whole lines, with the comments and blank lines above it and the comments that are indented deeper below it. */
interface Chunk {
  start: number;
  end: number;
  order: number;
}

/**
 * Puts the questions into the form's order by moving whole lines; comments travel with the row below them.
 * @returns nothing where 回答 is written in braces, where YAML cannot read the sheet, and where an alias could come to stand
 *   before what it refers to
 */
export function sortQuestions(sheet: Sheet): Edit[] {
  const questions = sheet.answers.filter((entry) => !entry.question);
  if (questions.some((entry) => entry.inFlow || entry.shape === 'other') || sheet.notices.some((notice) => notice.kind === 'syntax')) return [];
  const chunks = chunksOf(sheet, questions);
  const sorted = chunks.toSorted((a, b) => a.order - b.order);
  const kept = new Set(longestOrdered(chunks));
  const text = sheet.document.getText();
  if (hasAlias(text.slice(chunks[0]!.start, chunks.at(-1)!.end))) return [];
  const eol = lineBreak(sheet);
  const lines = (chunk: Chunk): string => {
    const own = text.slice(chunk.start, chunk.end);
    return /[\r\n]$/.test(own) ? own : own + eol;
  };
  const edits: Edit[] = chunks.filter((chunk) => !kept.has(chunk)).map((chunk) => ({ span: { start: chunk.start, end: chunk.end }, text: '' }));
  let moved = '';
  for (const chunk of sorted) {
    if (!kept.has(chunk)) moved += lines(chunk);
    else if (moved !== '') {
      edits.push({ span: { start: chunk.start, end: chunk.start }, text: moved });
      moved = '';
    }
  }
  const last = [...kept].at(-1);
  if (moved !== '' && last) {
    const closed = /[\r\n]$/.test(text.slice(last.start, last.end));
    edits.push({ span: { start: last.end, end: last.end }, text: closed ? moved : eol + moved.replace(/(?:\r\n|\n|\r)$/, '') });
  }
  return edits;
}

/** Whether an anchor is referred to. */
function hasAlias(text: string): boolean {
  return [...text.matchAll(/(?<=\s)&([^\s,[\]{}]+)/g)].some((anchor) => text.includes(`*${anchor[1]}`));
}

/** A row that the form does not have stays behind the row above it. */
function chunksOf(sheet: Sheet, questions: AnswerEntry[]): Chunk[] {
  let from = firstLine(sheet, questions[0]!.key.span.start);
  let order = -1;
  return questions.map((entry) => {
    order = entry.row?.order ?? order;
    const end = lastLine(sheet, entry);
    const behind = end + (/^(?:\r\n|\n|\r)/.exec(sheet.document.getText().slice(end, end + 2))?.[0].length ?? 0);
    const chunk = { start: from, end: behind, order };
    from = behind;
    return chunk;
  });
}

/** Where the comments right above the first row begin; what a blank line sets apart is about all rows. */
function firstLine(sheet: Sheet, key: number): number {
  const { lines } = sheet.lines;
  let at = sheet.document.positionAt(key).line;
  while (lines[at - 1]?.kind === 'comment') at--;
  return lineStart(sheet, lines[at]!.start);
}

/** The end of a row's last line, or of the comments below it that are indented like its own keys. */
function lastLine(sheet: Sheet, entry: AnswerEntry): number {
  const { lines } = sheet.lines;
  const end = lineEnd(sheet, contentEnd(sheet, entry.span));
  const column = columnOf(sheet, entry.key.span.start);
  let last = end;
  for (let at = sheet.document.positionAt(end).line + 1; ; at++) {
    const line = lines[at];
    if (line?.kind === 'comment' && line.indent > column) last = line.end;
    else if (line?.kind !== 'blank') return last;
  }
}

/** The most chunks that are in order already, so that as few as possible move. */
function longestOrdered(chunks: Chunk[]): Chunk[] {
  const best: { length: number; before: number }[] = [];
  for (const [index, chunk] of chunks.entries()) {
    let found = { length: 1, before: -1 };
    for (let above = 0; above < index; above++) {
      if (chunks[above]!.order <= chunk.order && best[above]!.length + 1 > found.length) found = { length: best[above]!.length + 1, before: above };
    }
    best.push(found);
  }
  const kept: Chunk[] = [];
  let at = best.reduce((longest, one, index) => (one.length > best[longest]!.length ? index : longest), 0);
  for (; at >= 0; at = best[at]!.before) kept.unshift(chunks[at]!);
  return kept;
}
