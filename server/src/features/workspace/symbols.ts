import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Form, Row, Section } from '../../catalogue/form-index.ts';
import { KIND } from '../document-symbols.ts';
import { rangeOf, type SheetFacts } from './facts.ts';
import { SymbolQuery, type Match } from './symbol-query.ts';

/** How many symbols are found at the most; whoever misses one types on. */
export const MOST_SYMBOLS = 500;

/** How good a finding is: the number itself, one that begins so, a sheet, a section or question by its words, a remark. */
const RANK = { exact: 0, prefix: 1, sheet: 2, words: 3, remark: 4 } as const;

/** What a form says of one of its rows, or of what is none. */
interface Known {
  row?: Row;
  /** What stands behind the answer. */
  text: string;
  kind: SymbolKind;
  rank: number;
  match: Match;
}

type Add = (rank: number, name: string, kind: SymbolKind, at: number) => void;

/** One search through the sheets of a workspace, which are handed to it one after the other. */
export class SymbolSearch {
  readonly #query: SymbolQuery;
  readonly #found: WorkspaceSymbol[][] = Object.values(RANK).map(() => []);
  readonly #rows = new Map<Form | undefined, Map<string, Known>>();
  readonly #sections = new Map<Section, { name: string; match: Match }>();
  readonly #words = new Map<string, Match>();

  /** @param query what is typed: words apart by spaces, of which the first is in the symbol's name and each other there or in the sheet's */
  constructor(query: string) {
    this.#query = new SymbolQuery(query);
  }

  /** @returns what was found, the best first, at most `MOST_SYMBOLS` */
  get results(): WorkspaceSymbol[] {
    return this.#found.flat().slice(0, MOST_SYMBOLS);
  }

  /** @param uri where the sheet is */
  add(uri: string, facts: SheetFacts, catalogue: Catalogue): void {
    const form = facts.form === undefined ? undefined : catalogue.form(facts.form);
    const container = this.#query.match(facts.name);
    const add: Add = (rank, name, kind, at) => {
      const found = this.#found[rank]!;
      if (found.length >= MOST_SYMBOLS) return;
      const containerName = kind === SymbolKind.File || facts.name === '' ? {} : { containerName: facts.name };
      found.push({ name: this.#query.findable(name, facts.name), kind, ...containerName, location: { uri, range: rangeOf(facts, at) } });
    };
    if (facts.name !== '' && this.#query.accepts(container, container)) add(RANK.sheet, facts.name, SymbolKind.File, 0);
    if (this.#query.isEmpty) return;
    this.#addRows(facts, form, container, add);
    const { key } = catalogue.dialect.answer.cites;
    facts.remarks.forEach((id, at) => {
      const text = facts.texts[at]!;
      const match = this.#word(`${key} ${id}`) | this.#query.match(text);
      if (this.#query.accepts(match, container)) add(RANK.remark, `${key} ${id} — ${text}`, KIND.remark, 1 + facts.rows.length + at);
    });
  }

  #addRows({ rows, words }: SheetFacts, form: Form | undefined, container: Match, add: Add): void {
    let known = this.#rows.get(form);
    if (!known) this.#rows.set(form, known = new Map<string, Known>());
    let before: Section | undefined;
    for (let index = 0; index < rows.length; index++) {
      const id = rows[index]!;
      let one = known.get(id);
      if (!one) known.set(id, one = this.#know(id, form?.row(id)));
      const section = one.row?.section;
      if (section && section !== before) {
        before = section;
        const { name, match } = this.#section(section);
        if (this.#query.accepts(match, container)) add(RANK.words, name, KIND.section, 1 + index);
      }
      const word = words[index]!;
      if (this.#query.accepts(one.match | this.#word(word), container)) add(one.rank, [id, word, one.text].filter((part) => part !== '').join(' '), one.kind, 1 + index);
    }
  }

  /** The form's rows and sections are the same in every sheet: what is asked of them is worked out once. */
  #know(id: string, row: Row | undefined): Known {
    const text = row ? `— ${row.text}${row.refs.length > 0 ? `（${row.refs.join('、')}）` : ''}` : '';
    const beginning = this.#query.beginning(id);
    return {
      ...(row ? { row } : {}), text, match: this.#query.match(`${id} ${text}`),
      kind: row ? { gate: KIND.gate, answer: KIND.question, heading: KIND.heading, option: KIND.option }[row.kind] : KIND.question,
      rank: beginning === 'whole' ? RANK.exact : beginning === 'part' ? RANK.prefix : RANK.words,
    };
  }

  #section(section: Section): { name: string; match: Match } {
    let found = this.#sections.get(section);
    if (!found) {
      const name = `${section.title}（${section.ref}）`;
      this.#sections.set(section, found = { name, match: this.#query.match(name) });
    }
    return found;
  }

  #word(word: string): Match {
    let match = this.#words.get(word);
    if (match === undefined) this.#words.set(word, match = this.#query.match(word));
    return match;
  }
}
