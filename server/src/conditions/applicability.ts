import type { TestData } from '../catalogue/form.ts';
import type { AnswerWord, Form, Row } from '../catalogue/form-index.ts';
import type { Sheet } from '../sheet/model.ts';
import { perSheet } from '../sheet/per-sheet.ts';
import { and, type Tri } from './tri.ts';

/** Which part of the form decides that a row does not apply, or that nothing can be said. */
export interface Cause {
  part: 'gate' | 'parent' | 'fallback';
  /** The row whose own part decides: the row asked about, or an ancestor of it. */
  at: Row;
  /** The rows whose answers decide. */
  rows: Row[];
}

export interface Verdict {
  /** Whether the row applies; undefined means silence. */
  value: Tri;
  /** Why it does not apply, or on what it hangs. Outermost first; a gate or parent before a fallback. */
  cause?: Cause;
}

/** When rows apply, in three values (the contract's conditions), evaluated once per sheet. */
export interface Applicability {
  applies(row: Row): Verdict;
  /** What is written, or the word for "not applicable" on an omitted row that does not apply; undefined when unknown. */
  effective(row: Row): string | undefined;
  /** What other rows' conditions may rely on: as `effective`, but unknown for a contradictory answer. */
  reliable(row: Row): string | undefined;
  /** Whether the row's own answer contradicts that the row does not apply. */
  contradicts(row: Row): boolean;
  /** Evaluates a test on another row's answer. */
  test(test: TestData): Tri;
}

const APPLIES: Verdict = { value: true };
const UNKNOWN: Verdict = { value: undefined };
const NONE: Applicability = {
  applies: () => UNKNOWN, effective: () => undefined, reliable: () => undefined, contradicts: () => false, test: () => undefined,
};

/** @returns the applicability of every row of the sheet's form; all unknown when the form is */
export const applicabilityOf = perSheet((sheet): Applicability => (sheet.form ? new Evaluation(sheet, sheet.form) : NONE));

class Evaluation implements Applicability {
  readonly #sheet: Sheet;
  readonly #form: Form;
  readonly #verdicts = new Map<Row, Verdict>();

  constructor(sheet: Sheet, form: Form) {
    this.#sheet = sheet;
    this.#form = form;
  }

  applies(row: Row): Verdict {
    let verdict = this.#verdicts.get(row);
    if (!verdict) {
      this.#verdicts.set(row, UNKNOWN);
      this.#verdicts.set(row, verdict = this.#judge(row));
    }
    return verdict;
  }

  effective(row: Row): string | undefined {
    const entries = this.#sheet.entriesOf(row);
    if (entries.length > 1) return undefined;
    if (entries[0]?.word) return entries[0].answer?.word;
    if (entries[0]?.shape === 'other') return undefined;
    return this.applies(row).value === false ? this.#notApplicable() : undefined;
  }

  reliable(row: Row): string | undefined {
    return this.contradicts(row) ? undefined : this.effective(row);
  }

  contradicts(row: Row): boolean {
    const answer = this.#answer(row);
    if (!answer || answer.meaning === 'inapplicable' || answer.meaning === 'closed') return false;
    const verdict = this.applies(row);
    if (verdict.value !== false) return false;
    return verdict.cause?.part === 'gate' || answer.meaning === 'yes' || answer.meaning === 'open';
  }

  test(test: TestData): Tri {
    const row = this.#form.row(test.row);
    const word = row && this.reliable(row);
    const held = word === undefined ? undefined : test.is ? test.is.includes(word) : !(test.isNot ?? []).includes(word);
    if (held !== false || !test.unknownWhen) return held;
    return this.test(test.unknownWhen) === false ? false : undefined;
  }

  #judge(row: Row): Verdict {
    const above = row.parent ? this.applies(row.parent) : APPLIES;
    if (above.value === false) return above;
    const gate = this.#gate(row);
    if (gate.value === false) return gate;
    const condition = this.#form.condition(row);
    const parent = this.#tests('parent', row, condition?.parent);
    if (parent.value === false) return parent;
    const fallback = this.#tests('fallback', row, condition?.fallback);
    if (fallback.value === false) return fallback;
    for (const part of [above, gate, parent, fallback]) if (part.value === undefined) return part;
    return APPLIES;
  }

  /** A row directly below a gate; further ancestors have judged theirs. */
  #gate(row: Row): Verdict {
    const { parent } = row;
    if (parent?.kind !== 'gate') return APPLIES;
    const word = this.reliable(parent);
    const meaning = parent.words.find((one) => one.word === word)?.meaning;
    const value = meaning === undefined ? undefined : meaning === 'open';
    return value === true ? APPLIES : { value, cause: { part: 'gate', at: row, rows: [parent] } };
  }

  #tests(part: 'parent' | 'fallback', at: Row, tests: TestData[] | undefined): Verdict {
    if (!tests || tests.length === 0) return APPLIES;
    const results = tests.map((test) => this.test(test));
    const value = and(results);
    if (value === true) return APPLIES;
    const rows = tests.flatMap((test, index) => (results[index] === value ? (this.#form.row(test.row) ?? []) : []));
    return { value, cause: { part, at, rows } };
  }

  #answer(row: Row): AnswerWord | undefined {
    const entries = this.#sheet.entriesOf(row);
    return entries.length === 1 ? entries[0]!.answer : undefined;
  }

  #notApplicable(): string | undefined {
    return this.#form.data.answers.answer.find((word) => word.meaning === 'inapplicable')?.word;
  }
}
