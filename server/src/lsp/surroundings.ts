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
    return { workspace, catalogue: workspace.catalogue, lint: layered(settings.lint, workspace.settings), editor: settings };
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
