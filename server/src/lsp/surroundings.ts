import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Workspace } from '../workspace/compose.ts';
import type { EditorSettings } from '../workspace/editor-settings.ts';
import { layered, type LintSettings } from '../workspace/layers.ts';
import type { Workspaces } from '../workspace/workspaces.ts';
import type { ClientSettings } from './settings.ts';

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
    if (/^file:/i.test(uri)) return uri;
    const path = /^[a-z][\w+.-]*:(?:\/\/)?(\/[^?#]*)/i.exec(uri)?.[1];
    const around = path === undefined ? undefined : this.folders.find((folder) => `file://${path}`.startsWith(folder));
    if (around !== undefined) return `file://${path}`;
    return uri.startsWith('untitled:') ? this.folders[0] : undefined;
  }
}

function around(workspace: Workspace, editor: EditorSettings): Surroundings {
  return { workspace, catalogue: workspace.catalogue, lint: layered(editor.lint, workspace.settings), editor };
}
