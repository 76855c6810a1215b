import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { DiagnosticParts } from '../features/context.ts';
import type { Message } from '../l10n/translate.ts';
import { readSheet } from '../sheet/read.ts';
import type { Sheet } from '../sheet/model.ts';
import type { SheetList } from '../workspace/sheet-list.ts';
import type { Session } from './session.ts';
import type { SheetReader } from './sheet-reader.ts';
import type { SheetStore } from './sheets.ts';
import type { Surroundings, SurroundingsOf } from './surroundings.ts';

/** What of the session is needed. */
export type SheetHost = Pick<Session, 'documents' | 'translate' | 'guarded'> & {
  /** What of a diagnostic the client takes. */
  diagnosticParts: () => DiagnosticParts;
};

/** What sheets are come by. */
export interface SheetParts {
  list: SheetList;
  reader: SheetReader;
  store: SheetStore;
  surroundings: SurroundingsOf;
}

/** A sheet's open document, if it is open, and what the sheet is read with. */
export interface Placed {
  document?: TextDocument;
  around: Surroundings;
}

/** Where the sheets of a workspace come from: what is open in the editor before what is on disk. */
export class SheetSource {
  readonly parts: SheetParts;
  readonly host: SheetHost;
  readonly #catalogues = new WeakMap<Catalogue, number>();
  #count = 0;

  constructor(host: SheetHost, parts: SheetParts) {
    this.host = host;
    this.parts = parts;
  }

  async placed(uri: string): Promise<Placed> {
    const { list, reader, surroundings } = this.parts;
    const document = reader.document(uri);
    if (document) return { document, around: await surroundings.of(document.uri) };
    return { around: await surroundings.ofFile(uri, list.folderOf(uri) ?? uri) };
  }

  /** @returns what is the same as long as a file and the catalogue that it is read with are; undefined when there is no such file */
  async state(uri: string, catalogue: Catalogue): Promise<string | undefined> {
    let number = this.#catalogues.get(catalogue);
    if (number === undefined) this.#catalogues.set(catalogue, number = ++this.#count);
    const state = await this.parts.reader.state(uri);
    return state === undefined ? undefined : `${state} ${number}`;
  }

  /** @returns the sheet that is open; undefined only where reading it has a bug */
  opened(document: TextDocument, around: Surroundings): Sheet | undefined {
    return this.guarded(() => this.parts.store.sheet(document, around));
  }

  /** @returns a file as a sheet, or why it cannot be read; undefined when there is none */
  async read(uri: string, catalogue: Catalogue): Promise<{ sheet: Sheet } | { problem: Message } | undefined> {
    const read = await this.parts.reader.read(uri);
    if (!read || 'key' in read) return read && { problem: read };
    const sheet = this.guarded(() => readSheet(read, catalogue));
    return sheet && { sheet };
  }

  guarded<T>(handle: () => T): T | undefined {
    return this.host.guarded<T | undefined>('workspace', undefined, handle);
  }
}
