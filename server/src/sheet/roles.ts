import type { Catalogue } from '../catalogue/catalogue.ts';
import { fold } from '../text/fold.ts';

/**
 * What a place of the dialect holds. `sheet`, `answers`, `answer` and `remarks` are maps, `cites` and
 * `references` are one item or a list, `word` and `text` are scalars, `opaque` is nobody's business,
 * `unknown` is the value of a key that the dialect does not have.
 */
export type Role =
  | 'sheet' | 'answers' | 'answer' | 'remarks'
  | 'cites' | 'references' | 'word' | 'text' | 'opaque' | 'unknown';

/** Tells which key means what; the only place where reading depends on the dialect's and the forms' words. */
export interface Roles {
  /** The role of the value behind `key` in a map of the role `role`. */
  child(role: Role, key: string): Role;
  /** Whether a map of the role `role` has such a key, in any installed form. */
  known(role: Role, key: string): boolean;
  /** Whether a text may be a key of such a map that is being typed: it begins like one, or is what an input method has not turned into one yet. */
  begins(role: Role, text: string): boolean;
  /** The id of an installed form that a number means in which commas stand for dots. */
  withDots(key: string): string | undefined;
  /** Whether a text is a reference to any installed guideline. */
  isReference(text: string): boolean;
  /** Whether a text is an answer of any installed form, or what people write for one. */
  isAnswer(text: string): boolean;
  /** The key of the answer in an answer written as a map. */
  readonly answerKey: string;
}

export function isMapRole(role: Role): boolean {
  return role === 'sheet' || role === 'answers' || role === 'answer' || role === 'remarks';
}

export function isListRole(role: Role): boolean {
  return role === 'cites' || role === 'references';
}

/** @returns the roles for the dialect and every installed form */
export function createRoles(catalogue: Catalogue): Roles {
  const { sheet, answer } = catalogue.dialect;
  const roleOf = (entries: [string, Role][]): Map<string, Role> => new Map(entries.map(([key, role]) => [fold(key), role]));
  const headerKeys = catalogue.forms.flatMap((form) => form.header.map((field) => [field.key, 'text'] as [string, Role]));
  const optionKeys = catalogue.forms.flatMap((form) =>
    form.rows.filter((row) => row.kind === 'option').map((row) => [row.key, 'answer'] as [string, Role]));
  const inSheet = roleOf([
    ...headerKeys,
    [sheet.form.key, 'word'],
    [sheet.answers.key, 'answers'],
    [sheet.remarks.key, 'remarks'],
    [sheet.internal.key, 'opaque'],
  ]);
  const inAnswer = roleOf([
    ...optionKeys,
    [answer.word.key, 'word'],
    [answer.cites.key, 'cites'],
    [answer.remark.key, 'text'],
    [answer.references.key, 'references'],
    [answer.provisional.key, 'text'],
    [answer.internal.key, 'opaque'],
  ]);
  const ids = new Set(catalogue.forms.flatMap((form) => form.rows.map((row) => fold(row.id))));
  const words = new Set(catalogue.forms.flatMap(({ data: { answers } }) => [...answers.gate, ...answers.answer].flatMap(({ word, meant }) => [fold(word), ...meant])));
  return {
    answerKey: answer.word.key,
    withDots(key) {
      const id = fold(key).replace(/(?<=\d)[,、](?=\d)/g, '.');
      return id !== fold(key) && ids.has(id) ? id : undefined;
    },
    isAnswer: (text) => words.has(fold(text)),
    isReference: (text) => catalogue.guidelines.some(({ grammar }) => grammar.parse(text) !== undefined),
    begins(role, text) {
      if (role === 'remarks') return LIKE_A_NAME.test(text.trim());
      const keys = role === 'sheet' ? inSheet : role === 'answer' ? inAnswer : ids;
      const folded = fold(text);
      const [head] = /^\d*\D?/.exec(folded)!;
      return TYPED.test(folded) || [...keys.keys()].some((key) => key.startsWith(head));
    },
    child(role, key) {
      const folded = fold(key);
      if (role === 'sheet') return inSheet.get(folded) ?? 'unknown';
      if (role === 'answers') return 'answer';
      if (role === 'answer') return inAnswer.get(folded) ?? 'unknown';
      if (role === 'remarks') return 'text';
      return role === 'opaque' ? 'opaque' : 'unknown';
    },
    known(role, key) {
      const folded = fold(key);
      if (role === 'sheet') return inSheet.has(folded);
      if (role === 'answers') return ids.has(folded) || LIKE_A_NUMBER.test(folded);
      if (role === 'answer') return inAnswer.has(folded);
      return role === 'remarks' && LIKE_A_NAME.test(key.trim());
    },
  };
}

/** What people mistype as a question's number is still meant as one. */
const LIKE_A_NUMBER = /^\d+([.\-]\d+)*\.?$/;

/** Letters and kana, from which an input method makes a key. */
const TYPED = /^[A-Za-z\u3041-\u30ff]+$/;

/** The name of a remark is short and no sentence. */
const LIKE_A_NAME = /^[^\s、。，,:：「」()（）"'\[\]{}#&*!|>%@`-][^、。，,:：「」"'\[\]{}]{0,29}$/u;
