import type { Range } from 'vscode-languageserver-types';
import type { Message } from '../l10n/translate.ts';

/** What is wrong with a file of a workspace, and where in it. */
export interface Problem {
  message: Message;
  range: Range;
  /** It is as it should be, and only worth knowing. */
  info?: true;
}

/** As many are told of one file: whoever has to mend more begins with these. */
export const MOST_TOLD = 100;

/**
 * @param locate what makes a problem of one, which may take work
 * @returns the first problems of a file, and in one more how many others there are
 */
export function firstOf<T>(all: readonly T[], locate: (one: T) => Problem): Problem[] {
  const told = all.slice(0, MOST_TOLD).map(locate);
  const count = all.length - told.length;
  return count > 0 ? [...told, { message: { key: 'workspace.more-problems', args: { count } }, range: BEGINNING }] : told;
}

/** @returns whether anything is wrong, and not only worth knowing */
export function hasFailed(problems: Problem[]): boolean {
  return problems.some(({ info }) => !info);
}

/** The beginning of a file, for what is wrong with all of it. */
export const BEGINNING: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
