import { CodeActionKind } from 'vscode-languageserver-types';
import { answerAll, changes, wordsOf } from './answer-rows.ts';
import type { Refactoring } from './refactoring.ts';

/** One answer for every selected row that takes it. */
export const answerSelection: Refactoring = {
  name: 'answer-selection',
  kind: CodeActionKind.RefactorRewrite,
  offers({ sheet, selected }) {
    const entries = selected.filter((entry) => entry.row && entry.row.words.length > 0);
    if (entries.length < 2) return [];
    return wordsOf(entries.map((entry) => entry.row!)).flatMap((word) => {
      const changed = entries.filter((entry) => changes(sheet, entry, word));
      const title = { key: 'refactor.answer-selection' as const, args: { word, count: changed.length } };
      return changed.length === 0 ? [] : { id: word, title, edits: () => answerAll(sheet, changed, word) };
    });
  },
};
