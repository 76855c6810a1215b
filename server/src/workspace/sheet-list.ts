import type { Message } from '../l10n/translate.ts';
import { withoutEnd } from '../text/blank.ts';
import type { Files } from './files.ts';
import { below, uriKey } from './uris.ts';
import { isPassedOver, isSheetName, sheetsBelow, type Below, type Limits } from './walk.ts';

/** How much of the open folders is looked at. */
export const LIST_LIMITS: Limits = { sheets: 5_000, folders: 20_000 };

const TOO_MANY = { sheets: 'workspace.too-many-sheets', folders: 'workspace.too-many-folders' } as const;

/** What is told of a file or folder: that it is there, or that it is gone. */
export interface FileChange {
  uri: string;
  kind: 'created' | 'changed' | 'gone';
}

/** Which sheets there are in the folders that are open: looked for once, and then kept up to date by what is told. */
export class SheetList {
  readonly #files: Files | undefined;
  readonly #limits: Limits;
  readonly #tell: (message: Message) => void;
  readonly #pause: () => Promise<void>;
  #folders: readonly string[] = [];
  #sheets = new Map<string, string>();
  #looked: Promise<void> | undefined;
  readonly #told = new Set<keyof Limits>();

  /**
   * @param tell is told when there is too much
   * @param pause awaited between folders
   */
  constructor(files: Files | undefined, { tell, pause, limits = LIST_LIMITS }: { tell: (message: Message) => void; pause: () => Promise<void>; limits?: Limits }) {
    this.#files = files;
    this.#limits = limits;
    this.#tell = tell;
    this.#pause = pause;
  }

  /** @param folders the folders that are open, with `/` at their ends */
  open(folders: readonly string[]): void {
    this.#folders = folders;
    this.forget();
  }

  /** Looks again when it is next asked. */
  forget(): void {
    this.#looked = undefined;
  }

  /** @returns the addresses of all sheets, what is near before what is deep */
  async all(): Promise<string[]> {
    await (this.#looked ??= this.#look());
    return [...this.#sheets.values()];
  }

  /** @returns whether a file is among the sheets that were last found */
  has(uri: string): boolean {
    return this.#sheets.has(uriKey(uri));
  }

  /** @returns the innermost open folder that a file is in */
  folderOf(uri: string): string | undefined {
    const key = uriKey(uri);
    const around = this.#folders.filter((folder) => key.startsWith(uriKey(folder)));
    return around.sort((a, b) => b.length - a.length)[0];
  }

  /**
   * Takes in what became of files and folders.
   * @returns the addresses of the sheets that are concerned
   */
  async changed(changes: readonly FileChange[]): Promise<string[]> {
    // Whoever looks later sees it anyway.
    if (!this.#looked) return [];
    await this.#looked;
    const concerned: string[] = [];
    for (const { uri, kind } of changes) {
      const place = this.#placeOf(uri);
      if (place === undefined) continue;
      if (kind === 'gone') concerned.push(...this.#remove(uri));
      else if (this.has(uri)) concerned.push(uri);
      else if (kind === 'created' || isSheetName(place.name)) concerned.push(...await this.#created(uri, place));
      await this.#pause();
    }
    return concerned;
  }

  async #look(): Promise<void> {
    const sheets = new Map<string, string>();
    for (const folder of this.#folders) this.#take(sheets, folder, await this.#below(sheets, folder));
    // Until then the sheets are those that were there before.
    this.#sheets = sheets;
  }

  async #below(sheets: Map<string, string>, folder: string): Promise<Below> {
    const list = async (inner: string): ReturnType<Files['entries']> => {
      const uri = below(folder, inner);
      return uri === undefined ? undefined : this.#entries(uri);
    };
    return sheetsBelow(list, { ...this.#limits, sheets: this.#limits.sheets - sheets.size }, this.#pause);
  }

  #take(all: Map<string, string>, folder: string, { sheets, cut }: Below): string[] {
    const uris = sheets.map((path) => below(folder, path)).filter((uri) => uri !== undefined);
    for (const uri of uris) all.set(uriKey(uri), uri);
    if (cut && !this.#told.has(cut)) this.#tell({ key: TOO_MANY[cut], args: { limit: this.#limits[cut], folder: uriKey(folder).replace(/^file:\/\//, '') } });
    if (cut) this.#told.add(cut);
    return uris;
  }

  async #created(uri: string, { name, folder }: { name: string; folder: string }): Promise<string[]> {
    if (await this.#entries(uri)) {
      const inside = `${withoutEnd(uri, /\//)}/`;
      return this.#take(this.#sheets, inside, await this.#below(this.#sheets, inside));
    }
    if (!isSheetName(name)) return [];
    return this.#take(this.#sheets, folder, this.#sheets.size < this.#limits.sheets ? { sheets: [name], closed: [] } : { sheets: [], closed: [], cut: 'sheets' });
  }

  /** A folder takes with it what is in it. */
  #remove(uri: string): string[] {
    const key = withoutEnd(uriKey(uri), /\//);
    const gone = [...this.#sheets].filter(([one]) => one === key || one.startsWith(`${key}/`));
    for (const [one] of gone) this.#sheets.delete(one);
    return gone.map(([, one]) => one);
  }

  /** @returns where something stands; undefined where sheets are not looked for */
  #placeOf(uri: string): { name: string; folder: string } | undefined {
    const around = this.folderOf(uri);
    if (around === undefined) return undefined;
    const names = withoutEnd(uriKey(uri).slice(uriKey(around).length), /\//).split('/');
    const name = names.at(-1)!;
    return names.some(isPassedOver) ? undefined : { name, folder: uri.slice(0, withoutEnd(uri, /\//).lastIndexOf('/') + 1) };
  }

  /** A folder that cannot be looked into holds nothing. */
  async #entries(uri: string): ReturnType<Files['entries']> {
    try {
      return await this.#files?.entries(uri);
    } catch {
      return undefined;
    }
  }
}
