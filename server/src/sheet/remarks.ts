import { fold } from '../text/fold.ts';
import type { RemarkEntry, Sheet } from './model.ts';
import { onlyText, type Member, type Value } from './nodes.ts';
import type { NoticeBoard } from './notice-board.ts';

const NUMBER = /^[1-9][0-9]*$/;

/** Reads the table of remarks; entries given twice are kept, in the document's order. */
export function readRemarks({ members, unnamed }: Value & { kind: 'map' }, board: NoticeBoard): RemarkEntry[] {
  const first = new Map<string, Member>();
  board.unnamed(unnamed);
  return members.map((member) => {
    const id = remarkId(member.key.value);
    board.firstOf(first, fold(member.key.value), member);
    board.spelling(member.key, id);
    const entry: RemarkEntry = { key: member.key, id, span: member.span };
    if (member.value?.kind === 'text') {
      if (member.value.text.value.trim() !== '') entry.text = member.value.text;
    } else if (member.value) board.shape(member.value.span, 'remark', id, undefined, onlyText(member.value));
    return entry;
  });
}

/** A number is spelled in ASCII digits; any other key is a name and stays as written. */
export function remarkId(written: string): string {
  const folded = fold(written);
  return NUMBER.test(folded) ? folded : written;
}

export function isRemarkNumber(id: string): boolean {
  return NUMBER.test(id);
}

/**
 * @returns the highest number that is written, in the table of remarks or where a row cites one that the table lacks; 0n when
 *   there is none. Keys may have any number of digits, which a floating-point number would round
 */
export function highestRemarkNumber({ remarks, answers }: Pick<Sheet, 'remarks' | 'answers'>): bigint {
  const cites = answers.flatMap((entry) => entry.cites.map((cite) => fold(cite.text.value)));
  const numbers = [...remarks.map((entry) => entry.id), ...cites].filter(isRemarkNumber).map((id) => BigInt(id));
  return numbers.reduce((highest, number) => (number > highest ? number : highest), 0n);
}

/** Compares the keys of two numbered remarks, which may have any number of digits. */
export function byNumber(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
