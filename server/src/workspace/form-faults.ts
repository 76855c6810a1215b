import type { DialectData } from '../catalogue/dialect.ts';
import type { AnswerWordData, FormData, Meaning, RowData, TestData } from '../catalogue/form.ts';
import { optionId } from '../catalogue/form-index.ts';
import { fold } from '../text/fold.ts';
import type { Fault } from './data.ts';
import type { Place } from './yaml-file.ts';

const NEEDED: Record<'gate' | 'answer', readonly Meaning[]> = { gate: ['open', 'closed'], answer: ['yes', 'no'] };

/** @returns what is wrong with a form that satisfies its schema: names given twice, and names of what it does not have */
export function formFaults(form: FormData, dialect: DialectData): Fault[] {
  const faults: Fault[] = [];
  const words = wordsOfRows(form);
  const exists = (row: string, place: Place): boolean => {
    if (words.has(row)) return true;
    faults.push({ place, message: { key: 'workspace.unknown-row', args: { row } } });
    return false;
  };
  const check = (test: TestData, place: Place): void => {
    if (exists(test.row, [...place, 'row'])) {
      for (const list of ['is', 'isNot'] as const) faults.push(...unknownWords(test[list], words.get(test.row)!, test.row, [...place, list]));
    }
    if (test.unknownWhen) check(test.unknownWhen, [...place, 'unknownWhen']);
  };
  const checkAll = (tests: TestData[] | undefined, place: Place): void => tests?.forEach((test, at) => check(test, [...place, at]));

  faults.push(...headerFaults(form, dialect), ...wordFaults(form), ...rowFaults(form, dialect));
  const conditioned = new Set<string>();
  for (const [at, condition] of form.conditions.entries()) {
    for (const [index, row] of condition.rows.entries()) {
      const place: Place = ['conditions', at, 'rows', index];
      if (exists(row, place) && conditioned.has(row)) faults.push({ place, message: { key: 'workspace.second-condition', args: { row } } });
      conditioned.add(row);
    }
    checkAll(condition.parent, ['conditions', at, 'parent']);
    checkAll(condition.fallback, ['conditions', at, 'fallback']);
  }
  for (const [at, constraint] of form.constraints.entries()) {
    const place: Place = ['constraints', at];
    if (constraint.kind === 'agree') constraint.cases.forEach((tests, index) => checkAll(tests, [...place, 'cases', index]));
    else {
      for (const [index, row] of constraint.rows.entries()) {
        if (exists(row, [...place, 'rows', index])) faults.push(...unknownWords(constraint.is, words.get(row)!, row, [...place, 'is']));
      }
      if (constraint.count > constraint.rows.length) faults.push({ place: [...place, 'count'], message: { key: 'workspace.count-too-large', args: { rows: constraint.rows.length } } });
      if (constraint.when) check(constraint.when, [...place, 'when']);
    }
  }
  faults.push(...repeated(form.constraints.map(({ id }) => id), (at) => ['constraints', at, 'id']));
  return faults;
}

/** By row, as output names it, the words that it takes. */
function wordsOfRows(form: FormData): Map<string, string[]> {
  const of = (kind: RowData['kind']): string[] => (kind === 'heading' ? [] : form.answers[kind].map(({ word }) => word));
  return new Map(form.sections.flatMap((section) => section.rows).flatMap((row) => [
    [row.id, of(row.kind)] as const,
    ...(row.options ?? []).map((option) => [optionId(row.id, option.key), of('answer')] as const),
  ]));
}

function headerFaults(form: FormData, dialect: DialectData): Fault[] {
  const keys = form.header.map(({ key }) => key);
  return [
    ...repeated(keys, (at) => ['header', at, 'key']),
    ...reserved(keys, Object.values(dialect.sheet).map(({ key }) => key), (at) => ['header', at, 'key']),
  ];
}

function wordFaults(form: FormData): Fault[] {
  return (['gate', 'answer'] as const).flatMap((kind) => {
    const words: AnswerWordData[] = form.answers[kind];
    const place: Place = ['answers', kind];
    const missing = NEEDED[kind].filter((meaning) => !words.some((word) => word.meaning === meaning));
    return [
      ...missing.map((meaning): Fault => ({ place, message: { key: 'workspace.missing-meaning', args: { meaning } } })),
      ...repeated(words.map(({ word }) => word), (at) => [...place, at, 'word']),
    ];
  });
}

function rowFaults(form: FormData, dialect: DialectData): Fault[] {
  const faults: Fault[] = [];
  const rows = form.sections.flatMap((section, at) => section.rows.map((row, index) => ({ row, place: ['sections', at, 'rows', index] as Place })));
  faults.push(...repeated(rows.map(({ row }) => row.id), (at) => [...rows[at]!.place, 'id']));
  for (const { row, place } of rows) {
    const options = row.options ?? [];
    const keys = options.map(({ key }) => key);
    const keyPlace = (at: number): Place => [...place, 'options', at, 'key'];
    faults.push(...repeated(keys, keyPlace), ...reserved(keys, Object.values(dialect.answer).map(({ key }) => key), keyPlace));
    const words = (kind: RowData['kind']): string[] => (kind === 'heading' ? [] : form.answers[kind].map(({ word }) => word));
    faults.push(...unknownWords(row.remarkWhen, words(row.kind), row.id, [...place, 'remarkWhen']));
    options.forEach((option, at) => faults.push(...unknownWords(option.remarkWhen, words('answer'), optionId(row.id, option.key), [...place, 'options', at, 'remarkWhen'])));
  }
  for (const [at, section] of form.sections.entries()) {
    for (const [index, { above }] of (section.notes ?? []).entries()) {
      if (above === 'section' || section.rows.some((row) => row.id === above)) continue;
      faults.push({ place: ['sections', at, 'notes', index, 'above'], message: { key: 'workspace.unknown-row', args: { row: above } } });
    }
  }
  return faults;
}

/**
 * Names that stand for the same: by default those that are equal once folded, which a sheet could not tell apart.
 * @param same what two names have in common then
 */
export function repeated(names: string[], placeOf: (at: number) => Place, same: (name: string) => string = fold): Fault[] {
  const seen = new Set<string>();
  return names.flatMap((name, at) => {
    const key = same(name);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ place: placeOf(at), message: { key: 'workspace.given-twice', args: { name } } }];
  });
}

function reserved(names: string[], keys: string[], placeOf: (at: number) => Place): Fault[] {
  const taken = keys.map((key) => fold(key));
  return names.flatMap((name, at) => (taken.includes(fold(name)) ? [{ place: placeOf(at), message: { key: 'workspace.reserved', args: { name } } }] : []));
}

function unknownWords(given: string[] | undefined, known: string[], row: string, place: Place): Fault[] {
  return (given ?? []).flatMap((word, at) => (known.includes(word) ? []
    : [{ place: [...place, at], message: { key: 'workspace.unknown-word', args: { word, row, known: known.join(', ') || '—' } } }]));
}
