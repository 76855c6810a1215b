import type { Range } from 'vscode-languageserver-types';
import type { Message } from '../l10n/translate.ts';

/** What is wrong with a file of a workspace, and where in it. */
export interface Problem {
  message: Message;
  range: Range;
  /** It is as it should be, and only worth knowing. */
  info?: true;
}

/** @returns whether anything is wrong, and not only worth knowing */
export function hasFailed(problems: Problem[]): boolean {
  return problems.some(({ info }) => !info);
}

/** The beginning of a file, for what is wrong with all of it. */
export const BEGINNING: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
