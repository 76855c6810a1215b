import type { Line } from '../../sheet/lines.ts';
import type { Sheet } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { behindGap, toolComments } from './lines.ts';

/** Whether something is to be done about a line, by its index. */
export type Within = (at: number) => boolean;

/**
 * Removes questions and section titles, and nothing else.
 * @param within only those on these lines and above these; all of them when absent
 * @returns one edit a comment
 */
export function removeQuestions(sheet: Sheet, within: Within = () => true): Edit[] {
  return toolComments(sheet)
    .filter(({ at }) => within(at) || within(behindGap(sheet, at)))
    .map(({ line }) => removeLine(sheet, line));
}

/** Removes a whole line with its line break. */
export function removeLine(sheet: Sheet, { start, end }: Line): Edit {
  const text = sheet.document.getText();
  const behind = /^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  return { span: { start, end: end + behind }, text: '' };
}
