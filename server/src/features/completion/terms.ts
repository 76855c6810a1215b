import { CompletionItemKind } from 'vscode-languageserver-types';
import { questionOf, type Row } from '../../catalogue/form-index.ts';
import { contentEnd, lineEnd, lineStart } from '../../edits/layout.ts';
import { citationsOf } from '../../sheet/citations.ts';
import type { Sheet } from '../../sheet/model.ts';
import type { FeatureContext } from '../context.ts';
import type { Cursor } from '../cursor.ts';
import type { Suggestion } from './item.ts';

/** How much of a term must be typed, how much must be left for it to be worth a list, and how long it is at the least. */
const TYPED = 2;
const LEFT = 2;
const LONG = 4;

/** What stands in 「」, and runs of ideographs, katakana and Latin letters: Japanese writes its terms so, and little else. */
const TERM = /「([^「」]+)」|[\p{Script=Han}々〆\p{Script=Katakana}ーA-Za-z0-9][\p{Script=Han}々〆\p{Script=Katakana}ー・A-Za-z0-9-]*/gu;

/**
 * Terms of the questions that a remark belongs to, while one of them is being typed. Editors ask after every word of
 * prose, and select the first item for the Enter key; so the first one is what is typed already, which changes nothing.
 * @param row the row that the remark stands in; absent in the table of remarks
 */
export function termSuggestions(row: Row | undefined, cursor: Cursor, { sheet, translate }: FeatureContext): Suggestion[] {
  const text = sheet.document.getText();
  const before = text.slice(lineStart(sheet, cursor.offset), cursor.offset);
  const behind = text[cursor.offset] ?? '';
  if (isTermCharacter(behind) || !isTermCharacter(before.at(-1) ?? '')) return [];
  const begun = (row ? [row] : citingRows(sheet, cursor.offset)).flatMap((one) => termsOf(one).map((term) => ({ term, row: one, typed: typedOf(term, before) })));
  const longest = Math.max(0, ...begun.map(({ typed }) => typed));
  const found = begun.filter(({ typed }, index) => typed === longest && begun.findIndex((other) => other.term === begun[index]!.term) === index);
  if (longest === 0) return [];
  const replaces = { start: cursor.offset - longest, end: cursor.offset };
  return [
    {
      label: text.slice(replaces.start, replaces.end), kind: CompletionItemKind.Text, typed: [], rank: 0, replaces, preselect: true,
      description: translate({ key: 'completion.as-typed' }),
    },
    ...found.map(({ term, row: { id } }): Suggestion => ({
      label: term, kind: CompletionItemKind.Text, typed: [], rank: 1, replaces, description: translate({ key: 'completion.term', args: { row: id } }),
    })),
  ];
}

/** How many characters before the cursor are the beginning of a term, and of no longer word. */
function typedOf(term: string, before: string): number {
  for (let length = Math.min(term.length - LEFT, before.length); length >= TYPED; length--) {
    if (!before.endsWith(term.slice(0, length))) continue;
    return isTermCharacter(before.at(-length - 1) ?? '') ? 0 : length;
  }
  return 0;
}

function termsOf(row: Row): string[] {
  const text = questionOf(row);
  return [...text.matchAll(TERM)].map(([run, quoted]) => quoted ?? run.replace(/[・-]+$/, '')).filter((term) => term.length >= LONG && !/^\d+$/.test(term));
}

function isTermCharacter(character: string): boolean {
  return /[\p{Script=Han}々〆\p{Script=Katakana}ーA-Za-z0-9]/u.test(character);
}

/** The rows that cite the entry of the table of remarks at an offset. */
function citingRows(sheet: Sheet, offset: number): Row[] {
  const remark = sheet.remarks.find(({ key, span }) => key.span.end < offset && offset <= lineEnd(sheet, contentEnd(sheet, span)));
  return remark ? [...new Set(citationsOf(sheet, remark).flatMap(({ entry }) => entry.row ?? []))] : [];
}
