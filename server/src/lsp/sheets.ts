import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { lint } from '../lint/lint.ts';
import type { Finding } from '../lint/rule.ts';
import { readSheet } from '../sheet/read.ts';
import type { Sheet } from '../sheet/model.ts';
import { LIMITS } from '../sheet/yaml.ts';
import { today } from '../today.ts';
import { Bounded } from '../workspace/bounded.ts';
import type { Surroundings } from './surroundings.ts';

/** How many characters the open sheets have together whose reading is kept: those of a hundred ordinary sheets. */
export const MOST_READ = 1_000_000;

interface Cached {
  document: TextDocument;
  /** Versions are what a client says; a confused one gives two texts the same. */
  text: string;
  catalogue: Catalogue;
  sheet: Sheet;
  /** What was found, with what is suppressed, and with which settings. */
  checked?: { settings: string; all: Finding[]; found: Finding[] };
}

/**
 * Open sheets, each read and checked once, and again only when it or what it is read and checked with changed; or when so
 * much else was asked about since that it was let go.
 */
export class SheetStore {
  readonly #cached = new Bounded<Cached>(MOST_READ);

  sheet(document: TextDocument, around: Surroundings): Sheet {
    return this.#entry(document, around).sheet;
  }

  /** @param cancelled asked between rules; a run cut short is not kept */
  findings(document: TextDocument, around: Surroundings, cancelled: () => boolean = () => false): Finding[] {
    return this.#checked(document, around, cancelled).found;
  }

  /** @returns also what comments in the sheet suppress, marked so */
  allFindings(document: TextDocument, around: Surroundings): Finding[] {
    return this.#checked(document, around, () => false).all;
  }

  forget(uri: string): void {
    this.#cached.delete(uri);
  }

  #checked(document: TextDocument, around: Surroundings, cancelled: () => boolean): NonNullable<Cached['checked']> {
    const entry = this.#entry(document, around);
    const settings = JSON.stringify(around.lint);
    if (entry.checked?.settings === settings) return entry.checked;
    const all = lint(entry.sheet, { ...around.lint, cancelled, today: today(), showSuppressed: true });
    const checked = { settings, all, found: all.filter((finding) => !finding.suppressed) };
    if (!cancelled()) entry.checked = checked;
    return checked;
  }

  #entry(document: TextDocument, { catalogue }: Surroundings): Cached {
    let entry = this.#cached.get(document.uri);
    const text = document.getText();
    if (!entry || entry.document !== document || entry.text !== text || entry.catalogue !== catalogue) {
      entry = { document, text, catalogue, sheet: readSheet(document, catalogue) };
      // Of a longer text nothing is read.
      this.#cached.set(document.uri, entry, Math.min(text.length, LIMITS.characters));
    }
    return entry;
  }
}
