import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Workspace } from '../workspace/compose.ts';
import type { EditorSettings } from '../workspace/editor-settings.ts';
import { layered, type LintSettings } from '../workspace/layers.ts';
import { uriKey } from '../workspace/uris.ts';
import type { Workspaces } from '../workspace/workspaces.ts';
import type { ClientSettings } from './settings.ts';

/** The scheme; `//` with the host, if there is one; the path. */
const ADDRESS = /^([a-z][\w+.-]*):(\/\/[^/?#]*)?(\/[^?#]*)/i;

/** What a sheet is read, checked and shown with. */
export interface Surroundings {
  workspace: Workspace;
  catalogue: Catalogue;
  lint: LintSettings;
  /** What the editor has set, for what is the editor's alone. */
  editor: EditorSettings;
}

/** Finds the surroundings of documents. */
export class SurroundingsOf {
  readonly #workspaces: Workspaces;
  readonly #settings: ClientSettings;
  readonly #seen: (workspace: Workspace) => void;
  /** The folders that the client has open, with `/` at their ends. */
  folders: readonly string[] = [];

  /** @param seen is told of each workspace that a document belongs to */
  constructor(workspaces: Workspaces, settings: ClientSettings, seen: (workspace: Workspace) => void) {
    this.#workspaces = workspaces;
    this.#settings = settings;
    this.#seen = seen;
  }

  async of(uri: string): Promise<Surroundings> {
    const [workspace, settings] = await Promise.all([this.#workspaces.of(this.#placeOf(uri)), this.#settings.of(uri)]);
    this.#seen(workspace);
    return around(workspace, settings);
  }

  /**
   * @param folder the open folder that the file is in: what the editor has set there holds for all its files, so that the
   *   client is not asked for each of thousands
   * @returns the surroundings of a file that is not open
   */
  async ofFile(uri: string, folder: string): Promise<Surroundings> {
    const [workspace, settings] = await Promise.all([this.#workspaces.of(uri), this.#settings.of(folder)]);
    return around(workspace, settings);
  }

  /** A new sheet belongs to the folder that is open; another state of a file (the other side of a comparison) where the file is. */
  #placeOf(uri: string): string | undefined {
    const key = uriKey(uri);
    if (/^file:/i.test(uri) || this.folders.some((folder) => key.startsWith(uriKey(folder)))) return uri;
    const file = this.folders.map((folder) => stateOf(uri, folder)).find((found) => found !== undefined);
    return file ?? (uri.startsWith('untitled:') ? this.folders[0] : undefined);
  }
}

/**
 * @param folder with `/` at its end
 * @returns the file in a folder of which something is another state: it has the same path, and no host or the same scheme
 */
function stateOf(uri: string, folder: string): string | undefined {
  const [, scheme, host, path] = ADDRESS.exec(uri) ?? [];
  const [, itsScheme, itsHost] = ADDRESS.exec(folder) ?? [];
  if (path === undefined || ((host ?? '//') !== '//' && scheme !== itsScheme)) return undefined;
  const file = `${itsScheme}:${itsHost ?? ''}${path}`;
  return file.startsWith(folder) ? file : undefined;
}

function around(workspace: Workspace, editor: EditorSettings): Surroundings {
  return { workspace, catalogue: workspace.catalogue, lint: layered(editor.lint, workspace.settings), editor };
}
