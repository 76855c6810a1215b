import type { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Message } from '../l10n/translate.ts';
import { LIMITS } from '../sheet/yaml.ts';
import { NotText, type Files } from '../workspace/files.ts';
import { uriKey } from '../workspace/uris.ts';

/** A text longer than this in UTF-8 is longer than what is read, in bytes; no character takes more than three of them. */
const MOST_BYTES = 3 * LIMITS.characters + 3;

/** Reads sheets, whether they are open or not, and knows without reading whether they are as before. */
export class SheetReader {
  readonly #documents: TextDocuments<TextDocument>;
  readonly #files: Files | undefined;
  readonly #open = new Map<string, string>();
  readonly #states = new Map<string, { state: string; size: number }>();
  /** Whether the client tells when files change. */
  watches = false;
  #told = 0;

  constructor(documents: TextDocuments<TextDocument>, files: Files | undefined) {
    this.#documents = documents;
    this.#files = files;
    documents.onDidOpen(({ document: { uri } }) => this.#open.set(uriKey(uri), uri));
    documents.onDidClose(({ document: { uri } }) => {
      this.#open.delete(uriKey(uri));
      this.changed(uri);
    });
  }

  /** @returns the document of a file that is open, however its address is written */
  document(uri: string): TextDocument | undefined {
    const open = this.#open.get(uriKey(uri));
    return open === undefined ? undefined : this.#documents.get(open);
  }

  /** Looks at a file again when it is next asked for. */
  changed(uri: string): void {
    this.#told++;
    this.#states.delete(uriKey(uri));
  }

  /** @returns what is the same as long as a file is; undefined when there is none */
  async state(uri: string): Promise<string | undefined> {
    const key = uriKey(uri);
    const known = this.#states.get(key);
    if (known && this.watches) return known.state;
    try {
      const stamp = await this.#files?.stamp(uri);
      if (!stamp) {
        this.#states.delete(key);
        return undefined;
      }
      // A file may be written twice before its time changes; who watches is told.
      const state = `${stamp.size} ${stamp.written} ${this.watches ? this.#told : ''}`;
      this.#states.set(key, { state, size: stamp.size });
      return state;
    } catch {
      return 'closed';
    }
  }

  /** @returns the text of a file as a document, or why there is none; undefined when there is no such file */
  async read(uri: string): Promise<TextDocument | Message | undefined> {
    if ((this.#states.get(uriKey(uri))?.size ?? 0) > MOST_BYTES) return { key: 'workspace.too-large', args: { characters: LIMITS.characters } };
    try {
      const text = await this.#files?.read(uri);
      return text === undefined ? undefined : TextDocument.create(uri, 'sds-yaml', 0, text);
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : String(error));
      return error instanceof NotText ? { key: 'workspace.not-utf8' } : { key: 'workspace.unreadable', args: { reason } };
    }
  }

  /** Forgets the files that are not among these. */
  keep(keys: ReadonlySet<string>): void {
    for (const key of this.#states.keys()) if (!keys.has(key)) this.#states.delete(key);
  }
}
