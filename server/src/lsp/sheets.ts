import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { lint } from '../lint/lint.ts';
import type { Finding } from '../lint/rule.ts';
import { readSheet } from '../sheet/read.ts';
import type { Sheet } from '../sheet/model.ts';
import { today } from './today.ts';

interface Cached {
  version: number;
  sheet: Sheet;
  findings?: Finding[];
}

/** Open sheets, each read once and checked once per document version. */
export class SheetStore {
  readonly #catalogue: Catalogue;
  readonly #cached = new Map<string, Cached>();
  /** How many times a document was read, for the test that it is once per version. */
  reads = 0;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  sheet(document: TextDocument): Sheet {
    return this.#entry(document).sheet;
  }

  /** @param cancelled asked between rules; a run cut short is not kept */
  findings(document: TextDocument, cancelled: () => boolean = () => false): Finding[] {
    const entry = this.#entry(document);
    if (entry.findings) return entry.findings;
    const findings = lint(entry.sheet, { cancelled, today: today() });
    if (!cancelled()) entry.findings = findings;
    return findings;
  }

  forget(uri: string): void {
    this.#cached.delete(uri);
  }

  #entry(document: TextDocument): Cached {
    let entry = this.#cached.get(document.uri);
    if (!entry || entry.version !== document.version) {
      this.reads++;
      entry = { version: document.version, sheet: readSheet(document, this.#catalogue) };
      this.#cached.set(document.uri, entry);
    }
    return entry;
  }
}
