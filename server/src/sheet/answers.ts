import type { DialectData } from '../catalogue/dialect.ts';
import type { Row } from '../catalogue/form-index.ts';
import { optionId } from '../catalogue/form-index.ts';
import { fold } from '../text/fold.ts';
import { newAnswerEntry, type AnswerEntry, type Cite, type Sheet, type Text } from './model.ts';
import { onlyText, unwritten, type Member, type Value } from './nodes.ts';
import type { NoticeBoard } from './notice-board.ts';

/** Reads 回答: every entry in document order, options behind their question. */
export function readAnswers(sheet: Sheet, map: Value & { kind: 'map' }, board: NoticeBoard): AnswerEntry[] {
  const reader = new AnswerReader(sheet, board);
  const first = new Map<string, Member>();
  const entries: AnswerEntry[] = [];
  board.unnamed(map.unnamed);
  for (const member of map.members) {
    const row = questionRow(sheet, member.key.value);
    board.firstOf(first, fold(member.key.value), member, row?.id);
    if (sheet.form && !row) {
      board.add({ kind: 'unknown-question', span: member.key.span, written: member.key.value, entry: member.span });
    }
    if (row) board.spelling(member.key, row.key, row.id);
    const entry = reader.read(member, row, map.flow);
    entries.push(entry, ...entry.options);
  }
  return entries;
}

function questionRow(sheet: Sheet, key: string): Row | undefined {
  const row = sheet.form?.row(key);
  return row?.kind === 'option' ? undefined : row;
}

class AnswerReader {
  readonly #sheet: Sheet;
  readonly #board: NoticeBoard;
  /** The dialect's names of the keys of an answer, by these as folded. */
  readonly #names: Map<string, keyof DialectData['answer']>;

  constructor(sheet: Sheet, board: NoticeBoard) {
    this.#sheet = sheet;
    this.#board = board;
    const keys = sheet.catalogue.dialect.answer;
    this.#names = new Map((Object.keys(keys) as (keyof typeof keys)[]).map((name) => [fold(keys[name].key), name]));
  }

  read(member: Member, row: Row | undefined, inFlow: boolean, question?: AnswerEntry): AnswerEntry {
    const id = row?.id ?? (question ? optionId(question.id, member.key.value) : member.key.value);
    const { value } = member;
    const entry = newAnswerEntry(member.key, id, member.span, row, question);
    entry.inFlow = inFlow;
    entry.valueSpan = value?.span;
    if (value === undefined) return entry;
    entry.shape = value.kind === 'list' ? 'other' : value.kind === 'text' ? 'word' : value.aliased ? 'other' : value.flow ? 'flow' : 'block';
    if (value.kind === 'text') {
      if (row?.kind === 'heading') this.#board.shape(value.span, 'options', row.id, id);
      else this.#word(entry, value.text);
    } else if (value.kind === 'map') this.#map(entry, value);
    else if (row?.kind === 'heading') this.#board.shape(value.span, 'options', id, id);
    else this.#board.shape(value.span, 'answer', id, id, onlyText(value));
    return entry;
  }

  #word(entry: AnswerEntry, text: Text): void {
    entry.word = text;
    if (!entry.row || !this.#sheet.form) return;
    const answer = this.#sheet.form.word(entry.row, text.value);
    if (!answer) return;
    entry.answer = answer;
    this.#board.spelling(text, answer.word, entry.id);
  }

  #map(entry: AnswerEntry, map: Value & { kind: 'map' }): void {
    const first = new Map<string, Member>();
    this.#board.unnamed(map.unnamed, entry.id);
    for (const member of map.members) {
      if (!this.#board.firstOf(first, fold(member.key.value), member, entry.id)) continue;
      if (!this.#field(entry, member)) this.#option(entry, member, map.members, map.flow);
    }
  }

  /** @returns whether the member is one of the dialect's own keys that belong here */
  #field(entry: AnswerEntry, member: Member): boolean {
    const keys = this.#sheet.catalogue.dialect.answer;
    const name = this.#names.get(fold(member.key.value));
    if (!name) return false;
    if (entry.row?.kind === 'heading' && name !== 'references' && name !== 'internal') return false;
    this.#board.spelling(member.key, keys[name].key, entry.id);
    const { value } = member;
    const text = (): Text | undefined => {
      if (value?.kind === 'text') return value.text;
      if (value) this.#board.shape(value.span, 'text', keys[name].key, entry.id, onlyText(value));
      return undefined;
    };
    if (name === 'word') {
      entry.wordKey = member.key;
      const word = text();
      if (word) this.#word(entry, word);
      // Something is answered, though nobody can rely on it.
      else if (value) entry.shape = 'other';
    } else if (name === 'remark') {
      entry.remarkKey = member.key;
      const remark = text();
      if (remark && remark.value.trim() !== '') entry.remark = remark;
    } else if (name === 'provisional') {
      const note = text();
      entry.provisional = { key: member.key, span: member.span, ...(note ? { text: note } : {}) };
    } else if (name === 'cites') {
      entry.citesKey = member.key;
      if (value) entry.citesSpan = value.span;
      this.#cites(entry, this.#texts(value, keys[name].key, entry.id));
    } else if (name === 'references') {
      for (const one of this.#texts(value, keys[name].key, entry.id)) this.#reference(entry, one);
    }
    return true;
  }

  #option(entry: AnswerEntry, member: Member, members: Member[], flow: boolean): void {
    const { form, catalogue } = this.#sheet;
    if (!form || !entry.row) {
      if (member.value && member.value.kind !== 'list') entry.options.push(this.read(member, undefined, flow, entry));
      return;
    }
    const option = form.option(entry.row, member.key.value);
    if (option) {
      this.#board.spelling(member.key, option.key, option.id);
      entry.options.push(this.read(member, option, flow, entry));
      return;
    }
    const { span } = member.key;
    const keys = Object.values(catalogue.dialect.answer).map((data) => data.key);
    const own = keys.some((key) => fold(key) === fold(member.key.value));
    if (entry.row.kind === 'heading' && !own) {
      this.#board.add({ kind: 'unknown-question', span, written: member.key.value, question: entry.row.id, entry: member.span });
      return;
    }
    const known = entry.row.kind === 'heading'
      ? [...entry.row.options.map((one) => one.key), catalogue.dialect.answer.references.key, catalogue.dialect.answer.internal.key]
      : keys;
    this.#board.add({ kind: 'unknown-key', span, key: member.key.value, place: entry.row.kind === 'heading' ? 'options' : 'answer', known, free: unwritten(known, members), entry: member.span, row: entry.id });
  }

  #cites(entry: AnswerEntry, texts: Text[]): void {
    const none = this.#sheet.catalogue.dialect.noRemark.map((word) => fold(word));
    for (const text of texts) {
      if (none.includes(fold(text.value))) {
        entry.citesNone = true;
        continue;
      }
      const remark = this.#sheet.remark(text.value);
      const cite: Cite = { text, ...(remark === undefined ? {} : { entry: remark }) };
      if (remark) this.#board.spelling(text, remark.id, entry.id);
      entry.cites.push(cite);
    }
  }

  #reference(entry: AnswerEntry, text: Text): void {
    const reference = this.#sheet.guideline?.grammar.parse(text.value);
    // What names nothing is reported for that.
    if (reference && this.#sheet.guideline!.judge(reference) !== 'unknown') this.#board.spelling(text, reference.canonical, entry.id);
    entry.references.push({ text, ...(reference === undefined ? {} : { reference }) });
  }

  /** One text or a list of texts. */
  #texts(value: Value | undefined, place: string, row: string): Text[] {
    if (value === undefined) return [];
    if (value.kind === 'text') return [value.text];
    if (value.kind === 'map') {
      this.#board.shape(value.span, 'items', place, row);
      return [];
    }
    return value.items.flatMap((item) => {
      if (item.kind === 'text') return item.text;
      this.#board.shape(item.span, 'text', place, row);
      return [];
    });
  }
}
