import { fold } from '../text/fold.ts';
import { inFormOrder } from '../sheet/citations.ts';
import type { AnswerEntry, RemarkEntry, Sheet, Span } from '../sheet/model.ts';
import { byNumber, highestRemarkNumber, isRemarkNumber } from '../sheet/remarks.ts';
import { uniqueBy } from '../text/unique.ts';

/** A remark that an answer shows in its remark column. */
export interface CitedRemark {
  /** Absent when the answer cites a name that is no entry of the table. */
  number?: string;
  /** True when the table of remarks has no such entry. */
  dangling: boolean;
}

/** A line of the table of remarks as it is printed. */
export interface NumberedRemark {
  number: string;
  /** Without the line breaks at its end; empty when nothing is written. */
  text: string;
  /** The key of an entry of the table of remarks, or the row whose own remark it is. */
  key?: string;
  row?: string;
  /** What is written, in UTF-16 offsets: the entry, or the row's own remark. */
  span: Span;
}

export interface Numbering {
  /** What the remark column of this answer shows, without repetitions. */
  of(entry: AnswerEntry): CitedRemark[];
  /** The table of remarks by number. Two entries of the same key are both there, under one number. */
  table: NumberedRemark[];
}

/**
 * Numbers the remarks for printing. A key that is a number is printed as written; names and remarks in place
 * follow, in the order in which the form's rows first cite them; names that no row cites come last.
 */
export function numberRemarks(sheet: Sheet): Numbering {
  const next = counter(highestRemarkNumber(sheet));
  const named = new Map<string, string>();
  const numberOf = (entry: RemarkEntry): string => {
    if (isRemarkNumber(entry.id)) return entry.id;
    const name = fold(entry.id);
    const number = named.get(name) ?? next();
    named.set(name, number);
    return number;
  };

  const cited = new Map<AnswerEntry, CitedRemark[]>();
  const inPlace: NumberedRemark[] = [];
  for (const entry of inFormOrder(sheet)) {
    const shown: CitedRemark[] = entry.cites.map((cite) => {
      if (cite.entry) return { number: numberOf(cite.entry), dangling: false };
      const number = fold(cite.text.value);
      return isRemarkNumber(number) ? { number, dangling: true } : { dangling: true };
    });
    if (entry.remark) {
      const number = next();
      shown.push({ number, dangling: false });
      inPlace.push({ number, row: entry.id, text: printed(entry.remark.value), span: entry.remark.span });
    }
    cited.set(entry, uniqueBy(shown, (one) => one.number));
  }
  const written = sheet.remarks.map((entry) => ({ number: numberOf(entry), key: entry.id, text: printed(entry.text?.value ?? ''), span: entry.span }));
  return { of: (entry) => cited.get(entry) ?? [], table: [...written, ...inPlace].sort((a, b) => byNumber(a.number, b.number)) };
}

function counter(last: bigint): () => string {
  return () => String(++last);
}

/** A block scalar ends in line breaks that nobody means to print. */
function printed(text: string): string {
  return text.trimEnd();
}
