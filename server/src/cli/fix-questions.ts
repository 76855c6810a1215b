import { removeQuestions } from '../edits/questions/remove.ts';
import { writeQuestions, type QuestionEdits } from '../edits/questions/write.ts';
import type { Message } from '../l10n/translate.ts';
import type { Sheet } from '../sheet/model.ts';
import { applyEdits } from '../sheet/repair.ts';

/** What `sds fix --questions` takes. */
export const QUESTIONS = ['add', 'refresh', 'remove'] as const;
export type Questions = (typeof QUESTIONS)[number];

/** @returns the text with its question comments dealt with; undefined where that changes nothing */
export function applyQuestions(sheet: Sheet, questions: Questions): { text: string; count: number; message: Message } | undefined {
  const { edits, ...counts } = editsFor(sheet, questions);
  if (edits.length === 0) return undefined;
  return {
    text: applyEdits(sheet.document.getText(), edits).text,
    count: counts.added + counts.changed + counts.removed,
    message: { key: 'cli.fix.questions', args: counts },
  };
}

function editsFor(sheet: Sheet, questions: Questions): QuestionEdits {
  if (questions !== 'remove') return writeQuestions(sheet, { refresh: questions === 'refresh' });
  const edits = removeQuestions(sheet);
  return { edits, added: 0, changed: 0, removed: edits.length };
}
