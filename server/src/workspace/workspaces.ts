import type { CatalogueData } from '../catalogue/catalogue.ts';
import { compose, type Workspace } from './compose.ts';
import { folderOf, upwards, type Files } from './files.ts';
import { FolderReader, type SdsFolder } from './folder.ts';
import type { Validators } from './validators.ts';

/** What of the host a workspace is made of. */
export interface WorkspaceHost {
  /** The data that ships. */
  data: CatalogueData;
  validators: Validators;
  /** Absent where there are no files. */
  files?: Files;
}

/** The workspaces that sheets belong to, each read once until `reload`. */
export class Workspaces {
  /** What holds where no folder `.sds` is. */
  readonly bare: Workspace;
  readonly #host: WorkspaceHost;
  readonly #reader: FolderReader | undefined;
  #folders = new Map<string, Promise<SdsFolder | undefined>>();
  #byFolder = new Map<string, Promise<Workspace>>();
  /** What was put together, so that what did not change stays the same object. */
  readonly #made = new Map<string, { parts: unknown[]; workspace: Workspace }>();

  constructor(host: WorkspaceHost) {
    this.#host = host;
    this.#reader = host.files && new FolderReader(host.files, host.validators, host.data.dialect);
    this.bare = compose(host.data, []);
  }

  /**
   * @param uri a sheet, or a folder with `/` at its end, of the scheme `file:`; anything else has no folders
   * @returns what the folders `.sds` around it say. The same object as before, unless one of them says something else now
   */
  async of(uri: string | undefined): Promise<Workspace> {
    if (uri === undefined || !this.#reader || !/^file:/i.test(uri)) return this.bare;
    let folder: string;
    try {
      folder = folderOf(uri);
    } catch {
      return this.bare;
    }
    let found = this.#byFolder.get(folder);
    if (!found) this.#byFolder.set(folder, found = this.#compose(folder));
    return found;
  }

  /** Looks at everything again when it is next asked for. */
  reload(): void {
    this.#folders = new Map();
    this.#byFolder = new Map();
  }

  async #compose(folder: string): Promise<Workspace> {
    const folders = (await Promise.all(upwards(folder).map((one) => this.#folder(one)))).filter((one) => one !== undefined);
    if (folders.length === 0) return this.bare;
    const key = folders.map(({ uri }) => uri).join('\n');
    const parts = folders.flatMap((one) => [one.config?.settings, ...[...one.forms, ...one.guidelines].flatMap(({ uri, file, data }) => [uri, file, data])]);
    const known = this.#made.get(key);
    if (known && known.parts.length === parts.length && known.parts.every((part, at) => part === parts[at])) return known.workspace;
    const workspace = compose(this.#host.data, folders);
    this.#made.set(key, { parts, workspace });
    return workspace;
  }

  #folder(around: string): Promise<SdsFolder | undefined> {
    let found = this.#folders.get(around);
    if (!found) this.#folders.set(around, found = this.#reader!.read(around));
    return found;
  }
}
