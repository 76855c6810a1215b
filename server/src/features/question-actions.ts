import type { CodeAction, Range } from 'vscode-languageserver-types';
import { removeQuestions, type Within } from '../edits/questions/remove.ts';
import { writeQuestions } from '../edits/questions/write.ts';
import type { MessageKey } from '../l10n/translate.ts';
import type { Edit } from '../sheet/notices.ts';
import { isWanted, REMOVE_QUESTIONS, WRITE_QUESTIONS } from './action-kinds.ts';
import type { FeatureContext } from './context.ts';
import { toTextEdit } from './ranges.ts';

/**
 * Source actions that write the questions as comments, or remove them; only where they are asked for.
 * @param range the selection; the whole document when it is empty
 * @returns none that would change nothing
 */
export function questionActions(range: Range, only: string[] | undefined, context: FeatureContext): CodeAction[] {
  const within = linesOf(range);
  const actions: CodeAction[] = [];
  const add = (kind: string, whole: MessageKey, selected: MessageKey, edits: () => Edit[]): void => {
    if (!only || !isWanted(kind, only)) return;
    const changes = edits().map((edit) => toTextEdit(context.sheet, edit));
    if (changes.length === 0) return;
    actions.push({ title: context.translate({ key: within ? selected : whole }), kind, edit: { changes: { [context.sheet.document.uri]: changes } } });
  };
  add(WRITE_QUESTIONS, 'questions.write', 'questions.write-selected', () => writeQuestions(context.sheet, within ? { within } : {}).edits);
  add(REMOVE_QUESTIONS, 'questions.remove', 'questions.remove-selected', () => removeQuestions(context.sheet, within));
  return actions;
}

/** A selection that ends at the beginning of a line does not have that line. */
function linesOf({ start, end }: Range): Within | undefined {
  if (start.line === end.line && start.character === end.character) return undefined;
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return (at) => at >= start.line && at <= last;
}
