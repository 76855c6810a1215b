import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import { contentEnd } from '../edits/layout.ts';
import type { AnswerEntry, Sheet, Span } from '../sheet/model.ts';
import { hidingFolds } from './question-display.ts';
import { commentsAbove, sectionRuns } from './sections.ts';

/**
 * What can be folded: 回答 and the table of remarks as a whole, sections (with the comments above them), rows and remarks
 * of several lines, blocks of comments, and question comments behind the line above them.
 * @param limit how many ranges the client takes at the most; the outer ones go first
 * @returns zero-based lines; of two that would begin on one line the larger
 */
export function foldingRanges(sheet: Sheet, limit = Infinity): FoldingRange[] {
  const others = otherFolds(sheet);
  const hiding = hidingFolds(sheet, others);
  // Folds must not cross, so that what ends where one of these begins goes on to its end.
  const ends = new Map(hiding.map(({ start, end }) => [start, end]));
  const folds = [
    ...[...others.values()].map((fold) => ({ ...fold, endLine: ends.get(fold.endLine) ?? fold.endLine })),
    ...hiding.map(({ start, end }) => ({ startLine: start, endLine: end, kind: FoldingRangeKind.Comment })),
  ];
  const size = ({ startLine, endLine }: FoldingRange): number => endLine - startLine;
  const kept = folds.sort((a, b) => size(b) - size(a)).slice(0, limit);
  return kept.sort((a, b) => a.startLine - b.startLine);
}

/** @returns the zero-based lines on which the folds begin that hide question comments */
export function questionFolds(sheet: Sheet): number[] {
  return hidingFolds(sheet, otherFolds(sheet)).map(({ start }) => start);
}

/** Everything but what hides question comments, by the lines on which it begins. */
function otherFolds(sheet: Sheet): Map<number, FoldingRange> {
  const regions: FoldingRange[] = [];
  const add = (start: number, end: number, kind?: FoldingRangeKind): void => {
    if (end > start) regions.push({ startLine: start, endLine: end, ...(kind ? { kind } : {}) });
  };
  const lineOf = (offset: number): number => sheet.document.positionAt(offset).line;
  const addSpan = (span: Span): void => add(lineOf(span.start), lineOf(contentEnd(sheet, span)));

  for (const key of [sheet.answersKey, sheet.remarksKey]) {
    const span = key === sheet.answersKey ? sheet.answersSpan : sheet.remarksSpan;
    if (key && span) addSpan({ start: key.span.start, end: span.end });
  }
  for (const run of sectionRuns(sheet)) add(commentsAbove(sheet, run.span.start), lineOf(run.span.end));
  for (const entry of sheet.answers) addSpan(spanOf(entry));
  for (const remark of sheet.remarks) addSpan({ start: remark.key.span.start, end: remark.span.end });
  for (const block of commentBlocks(sheet)) add(block.first, block.last, FoldingRangeKind.Comment);

  const byStart = new Map<number, FoldingRange>();
  for (const region of regions) {
    const known = byStart.get(region.startLine);
    if (!known || known.endLine < region.endLine) byStart.set(region.startLine, region);
  }
  return byStart;
}

function spanOf(entry: AnswerEntry): Span {
  return { start: entry.key.span.start, end: entry.span.end };
}

/** Own-line comments one below the other. */
function commentBlocks(sheet: Sheet): { first: number; last: number }[] {
  const blocks: { first: number; last: number }[] = [];
  sheet.lines.lines.forEach((line, index) => {
    if (line.kind !== 'comment') return;
    const last = blocks.at(-1);
    if (last?.last === index - 1) last.last = index;
    else blocks.push({ first: index, last: index });
  });
  return blocks;
}
