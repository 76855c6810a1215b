import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { lint } from '../lint/lint.ts';
import type { Finding } from '../lint/rule.ts';
import { readSheet } from '../sheet/read.ts';
import type { Sheet } from '../sheet/model.ts';
import type { Surroundings } from './surroundings.ts';
import { today } from './today.ts';

interface Cached {
  version: number;
  catalogue: Catalogue;
  sheet: Sheet;
  /** What was found, and with which settings. */
  findings?: { settings: string; found: Finding[] };
}

/** Open sheets, each read and checked once, and again only when it or what it is read and checked with changed. */
export class SheetStore {
  readonly #cached = new Map<string, Cached>();
  /** How many times a document was read, for the test that it is once per version. */
  reads = 0;

  sheet(document: TextDocument, around: Surroundings): Sheet {
    return this.#entry(document, around).sheet;
  }

  /** @param cancelled asked between rules; a run cut short is not kept */
  findings(document: TextDocument, around: Surroundings, cancelled: () => boolean = () => false): Finding[] {
    const entry = this.#entry(document, around);
    const settings = JSON.stringify(around.lint);
    if (entry.findings?.settings === settings) return entry.findings.found;
    const found = lint(entry.sheet, { ...around.lint, cancelled, today: today() });
    if (!cancelled()) entry.findings = { settings, found };
    return found;
  }

  forget(uri: string): void {
    this.#cached.delete(uri);
  }

  #entry(document: TextDocument, { catalogue }: Surroundings): Cached {
    let entry = this.#cached.get(document.uri);
    if (!entry || entry.version !== document.version || entry.catalogue !== catalogue) {
      this.reads++;
      entry = { version: document.version, catalogue, sheet: readSheet(document, catalogue) };
      this.#cached.set(document.uri, entry);
    }
    return entry;
  }
}
