import type { CatalogueData } from '../catalogue/catalogue.ts';
import { compose, type Workspace } from './compose.ts';
import { folderOf, upwards, type Files } from './files.ts';
import type { OfficialData } from '../catalogue/official.ts';
import { FolderReader, type DataFile, type SdsFolder } from './folder.ts';
import type { Validators } from './validators.ts';

/** What of the host a workspace is made of. */
export interface WorkspaceHost {
  /** The data that ships. */
  data: CatalogueData;
  validators: Validators;
  /** Absent where there are no files. */
  files?: Files;
  /** The folder, with `/` at its end, in which the user keeps official text for all sheets. */
  personal?: string;
  /** Awaited between files that are read, so that what has come in meanwhile is answered. */
  pause?: () => Promise<void>;
}

/** The workspaces that sheets belong to, each read once until `reload`. */
export class Workspaces {
  /** What holds where no folder `.sds` is. */
  readonly bare: Workspace;
  readonly #host: WorkspaceHost;
  readonly #reader: FolderReader | undefined;
  #folders = new Map<string, Promise<SdsFolder | undefined>>();
  #byFolder = new Map<string, Promise<Workspace>>();
  #ofUser: Promise<DataFile<OfficialData>[]> | undefined;
  /** What was put together, so that what did not change stays the same object. */
  readonly #made = new Map<string, { parts: unknown[]; workspace: Workspace }>();

  constructor(host: WorkspaceHost) {
    this.#host = host;
    this.#reader = host.files && new FolderReader(host.files, host.validators, host.data.dialect, host.pause);
    this.bare = compose(host.data, []);
  }

  /**
   * @param uri a sheet, or a folder with `/` at its end; what has no path has no folders
   * @returns what the folders `.sds` around it say. The same object as before, unless one of them says something else now
   */
  async of(uri: string | undefined): Promise<Workspace> {
    if (!this.#reader) return this.bare;
    let folder = '';
    try {
      if (uri !== undefined) folder = folderOf(uri);
    } catch {
      // No address of a file: nothing is around it.
    }
    let found = this.#byFolder.get(folder);
    if (!found) this.#byFolder.set(folder, found = this.#compose(folder));
    return found;
  }

  /** Looks at everything again when it is next asked for. */
  reload(): void {
    this.#folders = new Map();
    this.#byFolder = new Map();
    this.#ofUser = undefined;
  }

  #personal(): Promise<DataFile<OfficialData>[]> {
    const { personal } = this.#host;
    return this.#ofUser ??= personal === undefined ? Promise.resolve([]) : this.#reader!.officials(personal);
  }

  async #compose(folder: string): Promise<Workspace> {
    const around = folder === '' ? [] : upwards(folder);
    const [found, personal] = await Promise.all([Promise.all(around.map((one) => this.#folder(one))), this.#personal()]);
    const folders = found.filter((one) => one !== undefined);
    if (folders.length + personal.length === 0) return this.bare;
    const key = folders.map(({ uri }) => uri).join('\n');
    const partsOf = (files: DataFile<unknown>[]): unknown[] => files.flatMap(({ uri, file, data }) => [uri, file, data]);
    const parts = [...folders.flatMap((one) => [one.config?.settings, ...partsOf([...one.forms, ...one.guidelines, ...one.officials])]), ...partsOf(personal)];
    const known = this.#made.get(key);
    if (known && known.parts.length === parts.length && known.parts.every((part, at) => part === parts[at])) return known.workspace;
    const workspace = compose(this.#host.data, folders, personal);
    this.#made.set(key, { parts, workspace });
    return workspace;
  }

  #folder(around: string): Promise<SdsFolder | undefined> {
    let found = this.#folders.get(around);
    if (!found) this.#folders.set(around, found = this.#reader!.read(around));
    return found;
  }
}
