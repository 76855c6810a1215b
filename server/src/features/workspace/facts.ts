import type { Range } from 'vscode-languageserver-types';
import type { AnswerEntry, Sheet, Span } from '../../sheet/model.ts';
import { shortened } from '../../text/shortened.ts';
import { toRange } from '../ranges.ts';
import { mentionsOf } from '../mentions.ts';

/** How many characters of a remark, of a name or of what is no answer are remembered. */
const REMEMBERED = 100;
/** What one string and one entry of a list take beside their characters, in bytes; about. */
const STRING = 24;

/**
 * What is remembered of a sheet that is not open: little, since there may be thousands. Lists run side by side rather
 * than hold an object for each row.
 */
export interface SheetFacts {
  /** What the sheet is about, by its header; empty when it does not say. */
  name: string;
  /** The form's id; absent when it is none that is installed. */
  form?: string;
  guideline?: string;
  /** Rows in the document's order: ids, and what is written as their answers. */
  rows: string[];
  words: string[];
  /** Remarks of the table: keys and the beginnings of their texts. */
  remarks: string[];
  texts: string[];
  /** Guideline items that are named anywhere, canonical; the members of a range one by one, at the same place. */
  named: string[];
  /** Where the sheet begins, then rows, remarks and named items: per place its line, first character and the character behind it, zero-based. */
  places: Uint32Array;
  /** YAML gives up somewhere, so that there may be more than this. */
  broken: boolean;
  /** What all this takes in memory, in bytes; about. */
  weight: number;
}

/** @returns what is to be remembered of a sheet; nothing of it holds on to the document's text */
export function factsOf(sheet: Sheet): SheetFacts {
  const { form, guideline } = sheet;
  const answers = sheet.answers.filter((entry) => entry.id.trim() !== '');
  const named = mentionsOf(sheet).filter(({ kind }) => kind !== 'tool').flatMap(({ ids, span }) => ids.map((id) => ({ id, span })));
  const spans = [start(sheet), ...answers.map((entry) => entry.key.span), ...sheet.remarks.map((remark) => remark.key.span), ...named.map(({ span }) => span)];
  const facts: SheetFacts = {
    name: nameOf(sheet),
    ...(form ? { form: form.id } : {}), ...(guideline ? { guideline: guideline.id } : {}),
    rows: answers.map((entry) => entry.row?.id ?? copied(entry.id)),
    words: answers.map(wordOf),
    remarks: sheet.remarks.map((remark) => copied(remark.id)),
    texts: sheet.remarks.map((remark) => copied(remark.text?.value ?? '')),
    named: named.map(({ id }) => guideline?.entry(id)?.id ?? copied(id)),
    places: Uint32Array.from(spans.flatMap((span) => {
      const { start: from, end } = toRange(sheet, span);
      return [from.line, from.character, end.line === from.line ? end.character : from.character];
    })),
    broken: sheet.notices.some((notice) => notice.kind === 'syntax'),
    weight: 0,
  };
  return { ...facts, weight: weigh(facts) };
}

/** @param at the number of a place: 0 for the sheet, then rows, remarks and named items */
export function rangeOf({ places }: SheetFacts, at: number): Range {
  const line = places[3 * at] ?? 0;
  return { start: { line, character: places[3 * at + 1] ?? 0 }, end: { line, character: places[3 * at + 2] ?? 0 } };
}

function start({ formKey, header }: Sheet): Span {
  return header.find(({ field, value }) => field.kind === 'text' && value)?.key.span ?? formKey?.span ?? { start: 0, end: 0 };
}

function nameOf({ header }: Sheet): string {
  return header.flatMap(({ field, value }) => (field.kind === 'text' && field.inTable && value ? copied(value.value) : [])).join(' ');
}

function wordOf({ answer, word }: AnswerEntry): string {
  return answer?.word ?? copied(word?.value ?? '');
}

/** Its beginning, as a text of its own: a piece of another text would keep all of that in memory. */
function copied(text: string): string {
  return Array.from(shortened(text, REMEMBERED)).join('');
}

function weigh({ name, rows, words, remarks, texts, places, named }: SheetFacts): number {
  const own = [name, ...remarks, ...texts];
  return own.reduce((sum, text) => sum + STRING + 2 * text.length, 8 * (rows.length + words.length + named.length) + places.byteLength + 20 * STRING);
}
