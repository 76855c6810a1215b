import type { Form, Row } from '../catalogue/form-index.ts';
import { applicableRows, leadingQuestions } from '../features/new-sheet.ts';
import { withoutEnd } from '../text/blank.ts';
import { wordMeant } from './answer-words.ts';
import type { Context } from './context.ts';
import { visible } from './format/visible.ts';
import { headerValue } from './new-options.ts';
import { obstacle } from './output.ts';
import type { Prompt } from './prompt.ts';
import type { Message } from '../l10n/translate.ts';

/**
 * The questions that `sds new` asks at a terminal. An empty line takes the default, or leaves the answer for later; the
 * end of the input does so for everything that is left.
 */
export class Interview {
  readonly #context: Context;
  readonly #today: string;
  readonly #prompt: Prompt;
  /** Nobody answers any more. */
  #ended = false;

  /** @param today `YYYY-MM-DD` */
  constructor(context: Context, today: string) {
    this.#context = context;
    this.#today = today;
    this.#prompt = context.io.openPrompt();
  }

  close(): void {
    this.#prompt.close();
  }

  /** Asks which form; where there is but one there is nothing to ask. */
  async form(): Promise<Form> {
    const { forms } = this.#context.catalogue();
    const [first] = forms;
    if (forms.length < 2) return first!;
    for (const form of forms) await this.#say(`${form.id}  ${form.data.title}（${form.data.guideline.caption}）`);
    return await this.#ask({ key: 'cli.new.ask-form', args: { first: first!.id } }, (line) => (line === '' ? first : this.#context.catalogue().form(line)), {
      key: 'cli.new.again-form', args: { known: forms.map(({ id }) => id).join(', ') },
    }) ?? first!;
  }

  async begin(form: Form): Promise<void> {
    await this.#say(`${form.id}  ${form.data.title}`);
    await this.#say({ key: 'cli.new.intro' });
  }

  /** @param given what need not be asked */
  async header(form: Form, given: Record<string, string>): Promise<Record<string, string>> {
    const header = { ...given };
    for (const field of form.header.filter(({ key }) => !(key in given))) {
      const preset = field.kind === 'date' && field.required ? this.#today : '';
      const kind = preset === '' ? (field.required ? 'required' : 'optional') : 'preset';
      const value = await this.#ask({ key: 'cli.new.ask-field', args: { key: field.key, kind, preset } }, (line) => (
        line === '' ? preset : headerValue(field, line, this.#context.catalogue())
      ), { key: 'cli.new.again-date', args: { today: this.#today } });
      header[field.key] = value ?? preset;
    }
    return header;
  }

  /** Asks where to write, before the long part: a name that is taken is better known now. */
  async file(form: Form, header: Record<string, string>, replace: boolean): Promise<string> {
    const names = form.header.filter((field) => field.kind === 'text' && field.required).map(({ key }) => header[key] ?? '');
    const preset = await this.#freeName(names.map(fileName).filter((name) => name !== '').slice(0, 2).join('-') || 'sheet', replace);
    for (;;) {
      const name = await this.#ask({ key: 'cli.new.ask-file', args: { preset } }, (line) => line) ?? '';
      if (name === '') return preset;
      const there = await obstacle(name, replace, this.#context);
      if (!there) return name;
      await this.#say(there);
    }
  }

  /**
   * Asks the gates, then the premises of the rows that still apply.
   * @param given answers that need not be asked
   */
  async answers(form: Form, given: Record<string, string>): Promise<Record<string, string>> {
    const answers = { ...given };
    const { gates, premises } = leadingQuestions(form);
    const open = (rows: Row[]): Row[] => {
      const applicable = applicableRows(this.#context.catalogue(), form, answers);
      return rows.filter((row) => applicable.has(row) && !(row.id in answers));
    };
    await this.#each({ key: 'cli.new.gates' }, gates, open, async (row) => {
      const word = await this.#ask({ key: 'cli.new.ask-answer', args: { words: wordsOf(row) } }, (line) => (
        line === '' ? null : wordMeant(row.words, line)?.word
      ), { key: 'cli.new.again-answer', args: { words: wordsOf(row) } });
      if (word) answers[row.id] = word;
    });
    await this.#each({ key: 'cli.new.premises' }, premises, open, async (row) => {
      const [yes, no, inapplicable] = (['yes', 'no', 'inapplicable'] as const).map((meaning) => row.words.find((word) => word.meaning === meaning));
      const words = [yes, no].map((word) => word?.word).join(' / ');
      const word = await this.#ask({ key: 'cli.new.ask-premise', args: { premise: row.premise!, words } }, (line) => (
        line === '' ? null : wordMeant(row.words, line)
      ), { key: 'cli.new.again-answer', args: { words } });
      // A premise that holds answers nothing yet.
      if (word && word !== yes && inapplicable) answers[row.id] = inapplicable.word;
    });
    return answers;
  }

  /** @param open those of some rows that there is still something to ask about */
  async #each(title: Message, rows: Row[], open: (rows: Row[]) => Row[], ask: (row: Row) => Promise<void>): Promise<void> {
    let left = open(rows);
    if (left.length === 0 || this.#ended) return;
    await this.#say('');
    await this.#say(title);
    while (left.length > 0 && !this.#ended) {
      const [row, ...rest] = left;
      const refs = row!.refs.map((ref) => `(${ref})`).join('');
      await this.#say(`${row!.id}  ${row!.text}${refs}`);
      await ask(row!);
      // What was answered may close others.
      left = open(rest);
    }
  }

  /**
   * Asks until the answer is understood.
   * @param read gives nothing for what it does not understand
   * @returns nothing once the input has ended
   */
  async #ask<T>(question: Message, read: (line: string) => T | undefined, again?: Message): Promise<T | undefined> {
    for (;;) {
      const line = await this.#prompt.ask(visible(this.#context.translate(question)));
      this.#ended = line === undefined;
      if (line === undefined) return undefined;
      const value = read(line.trim());
      if (value !== undefined) return value;
      if (again) await this.#say(again);
    }
  }

  async #freeName(base: string, replace: boolean): Promise<string> {
    for (let number = 1; ; number++) {
      const name = `${base}${number === 1 ? '' : `-${number}`}.sds.yaml`;
      if (!await obstacle(name, replace, this.#context)) return name;
    }
  }

  async #say(what: Message | string): Promise<void> {
    await this.#context.io.stdout.write(`${visible(typeof what === 'string' ? what : this.#context.translate(what))}\n`);
  }
}

function wordsOf(row: Row): string {
  return row.words.map((word) => word.word).join(' / ');
}

/** A name has at most 255 bytes, and a letter of it up to four. */
const MOST_LETTERS = 25;

/** What file systems take of a text, and shells without quotes. */
function fileName(text: string): string {
  const plain = text.normalize('NFKC').replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '');
  return [...withoutEnd(plain, /[.-]/)].slice(0, MOST_LETTERS).join('');
}

