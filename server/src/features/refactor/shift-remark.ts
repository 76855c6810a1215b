import { CodeActionKind } from 'vscode-languageserver-types';
import type { RemarkEntry, Sheet } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { byNumber, isRemarkNumber } from '../../sheet/remarks.ts';
import { rekeyed } from '../renumber.ts';
import { citeAt, type Place } from './place.ts';
import type { Refactoring } from './refactoring.ts';

/** Of more numbers than anybody picks one from, none is offered: each is a rewrite of the whole table. */
const MOST_NUMBERS = 300;

/** A numbered remark takes the place of another, and those between move on by one: what is inserted, where renaming would swap. */
export const shiftRemark: Refactoring = {
  name: 'shift-remark',
  kind: CodeActionKind.RefactorMove,
  offers(place) {
    const { sheet } = place;
    const remark = remarkAt(place);
    const numbered = numberedOf(sheet);
    const from = remark ? numbered.indexOf(remark) : -1;
    const last = numbered.length - 1;
    if (from < 0 || last >= MOST_NUMBERS) return [];
    // Whatever lies between is also on the way to one of the ends.
    if ([0, last].some((to) => to !== from && shift(sheet, numbered, from, to).length === 0)) return [];
    return numbered.flatMap(({ id }, to) => {
      if (to === from) return [];
      const [first, end] = to < from ? [to, from - 1] : [from + 1, to];
      const args = { remark: remark!.id, number: id, first: numbered[first]!.id, last: numbered[end]!.id, one: String(first === end) };
      return { id, title: { key: to < from ? 'refactor.shift-back' as const : 'refactor.shift-on' as const, args }, edits: () => shift(sheet, numbered, from, to) };
    });
  },
  together: (place) => ({ key: 'refactor.shift-remark', args: { remark: remarkAt(place)?.id ?? '' } }),
};

/** In the table the entry itself, in a row the citation at the cursor. */
function remarkAt(place: Place): RemarkEntry | undefined {
  return place.remark ?? citeAt(place)?.entry;
}

function numberedOf(sheet: Sheet): RemarkEntry[] {
  return sheet.remarks.filter(({ id }) => isRemarkNumber(id)).sort((a, b) => byNumber(a.id, b.id));
}

/** The numbers that there are stay the same, gaps included. A table in the order of its numbers stays so, another as it is. */
function shift(sheet: Sheet, numbered: RemarkEntry[], from: number, to: number): Edit[] {
  const moved = numbered.toSpliced(from, 1).toSpliced(to, 0, numbered[from]!);
  const keys = new Map(moved.flatMap((entry, index) => (entry.id === numbered[index]!.id ? [] : [[entry, numbered[index]!.id] as const])));
  const isSorted = numbered.every((entry, index) => index === 0 || entry.span.start > numbered[index - 1]!.span.start);
  return rekeyed(sheet, keys, isSorted);
}
