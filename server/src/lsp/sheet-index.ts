import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { factsOf, type SheetFacts } from '../features/workspace/facts.ts';
import type { Sheet } from '../sheet/model.ts';
import { perSheet } from '../sheet/per-sheet.ts';
import { Bounded } from '../workspace/bounded.ts';
import type { FileChange } from '../workspace/sheet-list.ts';
import { uriKey } from '../workspace/uris.ts';
import { Changes } from './changes.ts';
import { SheetChecks, type Checked } from './sheet-checks.ts';
import { SheetSource, type SheetHost, type SheetParts } from './sheet-source.ts';

/** How much memory what is remembered of sheets may take, in bytes; about. */
const MOST_FACTS = 64 * 1024 * 1024;
/** And what the place of a sheet takes that nothing is known of. */
const NOTHING = 200;

const KINDS: Record<FileChangeType, FileChange['kind']> = { [FileChangeType.Created]: 'created', [FileChangeType.Changed]: 'changed', [FileChangeType.Deleted]: 'gone' };

/** Of an open sheet they are asked for again and again. */
const factsOfSheet = perSheet(factsOf);

/** What is remembered of a sheet, and what it is read with. */
export interface Remembered {
  uri: string;
  facts: SheetFacts;
  catalogue: Catalogue;
}

/**
 * All sheets of the open folders, and those that are open from elsewhere. A sheet is read when somebody asks and it is
 * not as before, and then let go: little is remembered of it, and of its findings no more than their name.
 */
export class SheetIndex {
  readonly changes = new Changes();
  readonly #source: SheetSource;
  readonly #checks: SheetChecks;
  readonly #facts = new Bounded<{ state: string; facts: SheetFacts | undefined }>(MOST_FACTS);
  #taken: Promise<void> = Promise.resolve();

  constructor(host: SheetHost, parts: SheetParts) {
    this.#source = new SheetSource(host, parts);
    this.#checks = new SheetChecks(this.#source, (uri, state, sheet) => this.#remember(uri, state, sheet));
  }

  /** Whether the client tells when files change, so that they need not be looked at again to know. */
  get watches(): boolean {
    return this.#source.parts.reader.watches;
  }

  /** @param watches whether the client tells when files change */
  open(folders: readonly string[], watches = this.watches): void {
    this.#source.parts.reader.watches = watches;
    this.#source.parts.list.open(folders);
    this.changes.addAll();
  }

  /** Takes in what the client tells of files; who asks for sheets meanwhile waits for that. */
  filesChanged(events: readonly FileEvent[]): void {
    const { list, reader } = this.#source.parts;
    for (const { uri } of events) reader.changed(uri);
    this.#taken = this.#taken.then(() => this.#source.host.guarded('didChangeWatchedFiles', Promise.resolve(), async () => {
      for (const uri of await list.changed(events.map((event) => ({ uri: event.uri, kind: KINDS[event.type] })))) this.changes.add(uri);
    }));
  }

  isOpen(uri: string): boolean {
    return this.#source.parts.reader.document(uri) !== undefined;
  }

  /** @returns the addresses of the folders' sheets; where the client tells nothing of files, they are looked for again */
  async files(): Promise<string[]> {
    const { list, reader } = this.#source.parts;
    await this.#taken;
    if (!this.watches) list.forget();
    const uris = await list.all();
    const keys = new Set(uris.map(uriKey));
    reader.keep(keys);
    this.#checks.keep(keys);
    return uris;
  }

  /** @returns also the sheets that are open from elsewhere, but no other states of files, as comparisons show them */
  async all(): Promise<string[]> {
    const files = await this.files();
    const { list } = this.#source.parts;
    const open = this.#source.host.documents.keys().filter((uri) => !list.has(uri) && (/^(?:file|untitled):/.test(uri) || list.folderOf(uri) !== undefined));
    return [...files, ...open];
  }

  /** @returns whether a sheet is in an open folder whose sheets are all to be checked */
  async covers(uri: string): Promise<boolean> {
    const { list, surroundings } = this.#source.parts;
    const folder = list.folderOf(uri);
    return folder !== undefined && list.has(uri) && (await surroundings.ofFile(uri, folder)).editor.workspaceDiagnostics;
  }

  /** What is wrong with a sheet: see `SheetChecks`. */
  check(uri: string, previous: string | undefined, cancelled: () => boolean): Promise<Checked | undefined> {
    return this.#checks.check(uri, previous, cancelled);
  }

  /** @returns what is remembered of a sheet, which is read for that where need be; undefined when it cannot be read */
  async facts(uri: string): Promise<Remembered | undefined> {
    const { document, around: { catalogue, ...around } } = await this.#source.placed(uri);
    if (document) {
      const sheet = this.#source.opened(document, { ...around, catalogue });
      const facts = sheet && this.#factsOf(sheet);
      return facts && { uri: document.uri, facts, catalogue };
    }
    const state = await this.#source.state(uri, catalogue);
    if (state === undefined) return undefined;
    const known = this.#facts.get(uriKey(uri));
    if (known?.state === state) return known.facts && { uri, facts: known.facts, catalogue };
    const read = await this.#source.read(uri, catalogue);
    const facts = this.#remember(uri, state, read && 'sheet' in read ? read.sheet : undefined);
    return facts && { uri, facts, catalogue };
  }

  /** @returns a sheet as it is now, read anew where it is not open; undefined when it cannot be read */
  async sheet(uri: string): Promise<Sheet | undefined> {
    const { document, around } = await this.#source.placed(uri);
    if (document) return this.#source.opened(document, around);
    const read = await this.#source.read(uri, around.catalogue);
    return read && 'sheet' in read ? read.sheet : undefined;
  }

  #remember(uri: string, state: string, sheet: Sheet | undefined): SheetFacts | undefined {
    const known = this.#facts.get(uriKey(uri));
    if (known?.state === state) return known.facts;
    const facts = sheet && this.#factsOf(sheet);
    this.#facts.set(uriKey(uri), { state, facts }, NOTHING + (facts?.weight ?? 0));
    return facts;
  }

  #factsOf(sheet: Sheet): SheetFacts | undefined {
    return this.#source.guarded(() => factsOfSheet(sheet));
  }
}
