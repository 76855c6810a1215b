import { CompletionItemKind } from 'vscode-languageserver-types';
import { questionOf, type Row } from '../../catalogue/form-index.ts';
import { contentEnd, lineEnd, lineStart } from '../../edits/layout.ts';
import { citationsOf } from '../../sheet/citations.ts';
import type { RemarkEntry, Sheet } from '../../sheet/model.ts';
import { withoutEnd } from '../../text/blank.ts';
import { fold } from '../../text/fold.ts';
import type { FeatureContext } from '../context.ts';
import type { Cursor } from '../cursor.ts';
import type { Suggestion } from './item.ts';

/** How much of a term must be typed for a list that nobody asked for. */
export const TYPED = 2;
/** How much of it must be left for it to be worth a list, and how long it is at the least. */
const LEFT = 2;
const LONG = 4;

/** What stands in 「」, and runs of ideographs, katakana and Latin letters: Japanese writes its terms so, and little else. */
const TERM = /「([^「」]+)」|[\p{Script=Han}々〆\p{Script=Katakana}ーA-Za-z0-9][\p{Script=Han}々〆\p{Script=Katakana}ー・A-Za-z0-9-]*/gu;

/**
 * Every term of the questions that a remark belongs to, for where no word has begun.
 * @param row the row that the remark stands in; absent in the table of remarks
 */
export function allTerms(row: Row | undefined, cursor: Cursor, context: FeatureContext): Suggestion[] {
  const terms = new Map<string, Row>();
  for (const one of rowsAt(row, cursor, context.sheet)) {
    for (const term of termsOf(one)) terms.set(term, terms.get(term) ?? one);
  }
  return [...terms].map(([term, one]) => suggestion(term, one, context));
}

/**
 * Terms of the questions that a remark belongs to, while one of them is being typed. Editors ask after every word of
 * prose, and select the first item for the Enter key; so the first one is what is typed already, which changes nothing.
 * @param row the row that the remark stands in; absent in the table of remarks
 * @param least how many characters of it must be typed
 */
export function begunTerms(row: Row | undefined, cursor: Cursor, context: FeatureContext, least: number): Suggestion[] {
  const { sheet, translate } = context;
  const text = sheet.document.getText();
  const before = text.slice(lineStart(sheet, cursor.offset), cursor.offset);
  const behind = text[cursor.offset] ?? '';
  if (isTermCharacter(behind) || !isTermCharacter(before.at(-1) ?? '')) return [];
  const begun = rowsAt(row, cursor, sheet).flatMap((one) => termsOf(one).map((term) => ({ term, row: one, typed: typedOf(term, before, least) })));
  const longest = Math.max(0, ...begun.map(({ typed }) => typed));
  const found = begun.filter(({ typed }, index) => typed === longest && begun.findIndex((other) => other.term === begun[index]!.term) === index);
  if (longest === 0) return [];
  const replaces = { start: cursor.offset - longest, end: cursor.offset };
  return [
    {
      label: text.slice(replaces.start, replaces.end), kind: CompletionItemKind.Text, typed: [], rank: 0, replaces, preselect: true,
      description: translate({ key: 'completion.as-typed' }),
    },
    ...found.map(({ term, row: one }): Suggestion => ({ ...suggestion(term, one, context), typed: [], replaces })),
  ];
}

function suggestion(term: string, { id }: Row, { translate }: FeatureContext): Suggestion {
  return { label: term, kind: CompletionItemKind.Text, rank: 1, description: translate({ key: 'completion.term', args: { row: id } }) };
}

function rowsAt(row: Row | undefined, { offset }: Cursor, sheet: Sheet): Row[] {
  return row ? [row] : citingRows(sheet, offset);
}

/** How many characters before the cursor are the beginning of a term, and of no longer word. */
function typedOf(term: string, before: string, least: number): number {
  for (let length = Math.min(term.length - LEFT, before.length); length >= least; length--) {
    if (!before.endsWith(term.slice(0, length))) continue;
    return isTermCharacter(before.at(-length - 1) ?? '') ? 0 : length;
  }
  return 0;
}

function termsOf(row: Row): string[] {
  const text = questionOf(row);
  return [...text.matchAll(TERM)].map(([run, quoted]) => quoted ?? withoutEnd(run, /[・-]/)).filter((term) => term.length >= LONG && !/^\d+$/.test(term));
}

function isTermCharacter(character: string): boolean {
  return /[\p{Script=Han}々〆\p{Script=Katakana}ーA-Za-z0-9]/u.test(character);
}

/** The rows that cite the entry of the table of remarks at an offset. */
function citingRows(sheet: Sheet, offset: number): Row[] {
  const remark = sheet.remarks.find(({ key, span }) => key.span.end < offset && offset <= lineEnd(sheet, contentEnd(sheet, span))) ?? blockTextAt(sheet, offset);
  return remark ? [...new Set(citationsOf(sheet, remark).flatMap(({ entry }) => entry.row ?? []))] : [];
}

/** A block text goes on to where nothing is written yet. */
function blockTextAt(sheet: Sheet, offset: number): RemarkEntry | undefined {
  const line = sheet.lines.lines[sheet.document.positionAt(offset).line];
  const isRemark = line?.inside === 'block' && line.path.length === 2 && fold(line.path[0]!) === fold(sheet.catalogue.dialect.sheet.remarks.key);
  return isRemark ? sheet.remark(line.path[1]!) : undefined;
}
