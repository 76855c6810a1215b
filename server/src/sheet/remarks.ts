import { fold } from '../text/fold.ts';
import type { RemarkEntry } from './model.ts';
import { onlyText, type Member } from './nodes.ts';
import type { NoticeBoard } from './notice-board.ts';

const NUMBER = /^[1-9][0-9]*$/;

/** Reads the table of remarks; entries given twice are kept, in the document's order. */
export function readRemarks(members: Member[], board: NoticeBoard): RemarkEntry[] {
  const first = new Map<string, Member>();
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

/** Compares the keys of two numbered remarks, which may have any number of digits. */
export function byNumber(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
