import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Form, HeaderField, Row } from '../catalogue/form-index.ts';
import { readDate } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';
import { wordMeant } from './answer-words.ts';
import { UsageError } from './context.ts';

/** Both signs that a Japanese keyboard types. */
const EQUALS = /[=＝]/;

/**
 * Reads what `--set` was given.
 * @param given each `KEY=VALUE`; the last one of a key counts
 * @throws UsageError
 */
export function readHeader(given: readonly string[], form: Form, catalogue: Catalogue): Record<string, string> {
  const header: Record<string, string> = {};
  for (const one of given) {
    const { name, value } = parted('--set', 'KEY=VALUE', one);
    const field = fieldNamed(name, form);
    if (!field) {
      const keys = form.header.map(({ key }) => key);
      throw new UsageError({ key: 'cli.new.unknown-field', args: { written: name, known: known(name, keys) } });
    }
    const read = headerValue(field, value, catalogue);
    if (read === undefined) throw new UsageError({ key: field.kind === 'date' ? 'cli.new.bad-date' : 'cli.new.one-line', args: { key: field.key, written: value } });
    header[field.key] = read;
  }
  return header;
}

/** @returns what a header field is to hold; nothing for what it cannot */
export function headerValue(field: HeaderField, written: string, catalogue: Catalogue): string | undefined {
  const value = written.trim();
  if (value === '' || field.kind !== 'date') return /[\r\n]/.test(value) ? undefined : value;
  return readDate(value, catalogue.dialect.eras);
}

/**
 * Reads what `--answer` was given.
 * @param given each `ROW=WORD`; the last one of a row counts
 * @returns the form's words by row
 * @throws UsageError
 */
export function readAnswers(given: readonly string[], form: Form): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const one of given) {
    const { name, value } = parted('--answer', 'ROW=WORD', one);
    const row = form.row(name) ?? typedOption(form, name);
    if (!row) {
      const near = nearest(name, form.rows.map(({ id }) => id), 3).join(', ');
      throw new UsageError({ key: near === '' ? 'cli.new.no-row' : 'cli.new.unknown-row', args: { written: name, known: near, form: form.id } });
    }
    if (row.words.length === 0) {
      throw new UsageError({ key: 'cli.new.heading', args: { row: row.id, options: row.options.map(({ id }) => id).join(', ') } });
    }
    const word = wordMeant(row.words, value);
    if (!word) throw new UsageError({ key: 'cli.new.bad-answer', args: { row: row.id, written: value, known: row.words.map((each) => each.word).join(', ') } });
    answers[row.id] = word.word;
  }
  return answers;
}

function parted(option: string, shape: string, given: string): { name: string; value: string } {
  const at = given.search(EQUALS);
  if (at <= 0) throw new UsageError({ key: 'cli.usage.no-pair', args: { option, shape, written: given } });
  return { name: given.slice(0, at).trim(), value: given.slice(at + 1) };
}

/** The field of this key, or the one that is typed so. */
function fieldNamed(written: string, form: Form): HeaderField | undefined {
  const typed = fold(written).toLowerCase();
  return form.field(written) ?? form.header.find((field) => field.typed.some((one) => fold(one).toLowerCase() === typed));
}

function known(written: string, all: string[]): string {
  const near = nearest(written, all, 3);
  return (near.length > 0 ? near : all.slice(0, 8)).join(', ');
}

/** The option whose key is typed as completion takes it, behind its question's number. */
function typedOption(form: Form, name: string): Row | undefined {
  const [id, key] = name.split('/').map((part) => fold(part));
  return form.row(id!)?.options.find(({ typed }) => key !== undefined && typed.includes(key.toLowerCase()));
}
