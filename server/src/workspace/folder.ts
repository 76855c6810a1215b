import type { DialectData } from '../catalogue/dialect.ts';
import type { FormData } from '../catalogue/form.ts';
import type { GuidelineData } from '../catalogue/guideline.ts';
import type { OfficialData } from '../catalogue/official.ts';
import { readConfig, type Settings } from './config.ts';
import { readForm, readGuideline, readOfficial, type ReadData } from './data.ts';
import { NotText, type Files } from './files.ts';
import { BEGINNING, type Problem } from './problem.ts';
import type { Validators } from './validators.ts';

/** The folder beside sheets that holds what the sheets below have in common. */
export const FOLDER = '.sds';
const CONFIG = 'config.yaml';
const OFFICIAL = /\.official\.ya?ml$/;
const DATA = /(?<!\.official)\.ya?ml$/;

/** @returns whether an address is that of such a folder, or of something in one */
export function isOfFolder(uri: string): boolean {
  return uri.split('/').includes(FOLDER);
}

/** @returns whether a file holds official text by its name */
export function isOfficialName(name: string): boolean {
  return OFFICIAL.test(name);
}

/** @returns where the official text of a guideline is kept, below a folder that holds sheets */
export function officialFile(guideline: string): string {
  return `${FOLDER}/guidelines/${officialName(guideline)}`;
}

/** @returns the name of the file that keeps the official text of a guideline */
export function officialName(guideline: string): string {
  return `${guideline.replace(/[^\p{L}\p{N}._-]/gu, '_')}.official.yaml`;
}

/** As many files of each kind are read: as many forms, as many guidelines, as many files of official text. */
export const MOST_FILES = 20;

/** A file of data as it is now, or as it was when it last could be read. */
export interface DataFile<Data> extends ReadData<Data> {
  uri: string;
}

/** What a folder `.sds` holds. */
export interface SdsFolder {
  uri: string;
  config?: { uri: string; settings: Settings; problems: Problem[] };
  forms: DataFile<FormData>[];
  guidelines: DataFile<GuidelineData>[];
  officials: DataFile<OfficialData>[];
}

interface Known {
  text: string;
  read: unknown;
}

/** Reads folders `.sds`, each file again only when its text changed. */
export class FolderReader {
  readonly #files: Files;
  readonly #validators: Validators;
  readonly #dialect: DialectData;
  readonly #pause: () => Promise<void>;
  readonly #known = new Map<string, Known>();

  /** @param pause awaited before each file is parsed: reading may take long, and others have their turn */
  constructor(files: Files, validators: Validators, dialect: DialectData, pause: () => Promise<void> = () => Promise.resolve()) {
    this.#files = files;
    this.#pause = pause;
    this.#validators = validators;
    this.#dialect = dialect;
  }

  /**
   * @param around the folder in which it would be
   * @returns undefined when there is none
   */
  async read(around: string): Promise<SdsFolder | undefined> {
    const uri = `${around}${FOLDER}/`;
    const names = await this.#list(uri);
    if (!names) return undefined;
    const [config, forms, guidelines, officials] = await Promise.all([
      names.includes(CONFIG) ? this.#config(uri + CONFIG) : undefined,
      this.#folder<FormData>(`${uri}forms/`, (text) => readForm(text, this.#validators, this.#dialect)),
      this.#folder<GuidelineData>(`${uri}guidelines/`, (text) => readGuideline(text, this.#validators)),
      this.officials(`${uri}guidelines/`),
    ]);
    return { uri, ...(config ? { config } : {}), forms, guidelines, officials };
  }

  /**
   * @param uri a folder, with `/` at its end
   * @returns the files of official text that are in it
   */
  officials(uri: string): Promise<DataFile<OfficialData>[]> {
    return this.#folder<OfficialData>(uri, (text) => readOfficial(text, this.#validators), OFFICIAL);
  }

  async #config(uri: string): Promise<SdsFolder['config']> {
    const read = await this.#read<ReturnType<typeof readConfig>>(uri, readConfig, (problem) => ({ settings: { rules: {} }, problems: [problem] }));
    return read && { uri, ...read };
  }

  async #folder<Data>(uri: string, read: (text: string) => ReadData<Data>, wanted = DATA): Promise<DataFile<Data>[]> {
    const names = (await this.#list(uri) ?? []).filter((name) => wanted.test(name));
    const found: DataFile<Data>[] = [];
    for (const name of names.slice(0, MOST_FILES)) {
      const file = await this.#file(uri + encodeURIComponent(name), read);
      if (file) found.push(file);
    }
    const next = names[MOST_FILES];
    if (next !== undefined) found.push({ uri: uri + encodeURIComponent(next), problems: [{ message: { key: 'workspace.too-many-files', args: { files: MOST_FILES } }, range: BEGINNING }], file: NO_PLACES });
    return found;
  }

  async #file<Data>(file: string, read: (text: string) => ReadData<Data>): Promise<DataFile<Data> | undefined> {
    const before = this.#known.get(file)?.read as ReadData<Data> | undefined;
    const found = await this.#read<ReadData<Data>>(file, read, (problem) => ({ problems: [problem], file: NO_PLACES }));
    if (!found) return undefined;
    // A file that somebody is in the middle of changing goes on as it was.
    if (!found.data && before?.data) found.data = before.data;
    return { uri: file, ...found };
  }

  async #read<Result>(uri: string, read: (text: string) => Result, unreadable: (problem: Problem) => Result): Promise<Result | undefined> {
    try {
      const text = await this.#files.read(uri);
      if (text === undefined) {
        this.#known.delete(uri);
        return undefined;
      }
      const known = this.#known.get(uri);
      if (known?.text === text) return known.read as Result;
      await this.#pause();
      const result = read(text);
      this.#known.set(uri, { text, read: result });
      return result;
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : String(error));
      return unreadable({ message: error instanceof NotText ? { key: 'workspace.not-utf8' } : { key: 'workspace.unreadable', args: { reason } }, range: BEGINNING });
    }
  }

  /** A folder that cannot be looked into is as good as none. */
  async #list(uri: string): Promise<string[] | undefined> {
    try {
      return await this.#files.list(uri);
    } catch {
      return undefined;
    }
  }
}

const NO_PLACES: ReadData<never>['file'] = { value: undefined, problems: [], rangeOf: () => BEGINNING, rangeOfKey: () => BEGINNING };
