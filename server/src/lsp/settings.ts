import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { Translate } from '../l10n/translate.ts';
import { EDITOR_DEFAULTS, EDITOR_KEYS, readEditorSettings, type EditorSettings } from '../workspace/editor-settings.ts';

/** The section in which a client keeps the settings. */
export const SECTION = 'sds';
/** A client that does not say what it has set must not keep anybody waiting, in milliseconds. */
const PATIENCE = 2000;

/**
 * The editor's own settings: asked for by `workspace/configuration`, or else told by `workspace/didChangeConfiguration`
 * or in the initialization options, there either in the section or by themselves.
 */
export class ClientSettings {
  readonly #connection: Connection;
  readonly #changed: () => void;
  readonly #asked = new Map<string, Promise<EditorSettings | undefined>>();
  readonly #warned = new Set<string>();
  #translate: Translate | undefined;
  #asks = false;
  #told: EditorSettings = EDITOR_DEFAULTS;

  /** @param changed called when settings may be others than those that were last returned */
  constructor(connection: Connection, changed: () => void) {
    this.#connection = connection;
    this.#changed = changed;
  }

  initialize(params: InitializeParams, translate: Translate): void {
    this.#translate = translate;
    this.#asks = params.capabilities.workspace?.configuration === true;
    const options = params.initializationOptions as Record<string, unknown> | null | undefined;
    this.#told = this.#read(options?.[SECTION] ?? pick(options, EDITOR_KEYS));
  }

  /** @param told what a client that cannot be asked sends with the notification */
  changed(told: unknown): void {
    this.#asked.clear();
    const section = (told as Record<string, unknown> | null | undefined)?.[SECTION];
    if (section !== null && section !== undefined) this.#told = this.#read(section);
    this.#changed();
  }

  forget(uri: string): void {
    this.#asked.delete(uri);
  }

  /** @returns the settings for a document or a folder; never fails, and never waits long */
  async of(uri: string): Promise<EditorSettings> {
    if (!this.#asks) return this.#told;
    let asked = this.#asked.get(uri);
    if (!asked) this.#asked.set(uri, asked = this.#ask(uri));
    return await asked ?? this.#told;
  }

  async #ask(uri: string): Promise<EditorSettings | undefined> {
    let late = false;
    const answer = this.#connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION }).then((value: unknown) => {
      const settings = value === null || value === undefined ? undefined : this.#read(value);
      if (late && settings) {
        this.#asked.set(uri, Promise.resolve(settings));
        this.#changed();
      }
      return settings;
    }, () => undefined);
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<undefined>((resolve) => timer = setTimeout(() => {
      late = true;
      resolve(undefined);
    }, PATIENCE));
    const settings = await Promise.race([answer, patience]);
    clearTimeout(timer);
    return settings;
  }

  #read(value: unknown): EditorSettings {
    const { settings, problems } = readEditorSettings(value);
    for (const { message } of problems) {
      const text = this.#translate?.({ key: 'config.in-editor', args: { message: this.#translate(message) } }) ?? message.key;
      if (!this.#warned.has(text)) this.#connection.console.warn(text);
      this.#warned.add(text);
    }
    return settings;
  }
}

/** What else the initialization options hold is no setting. */
function pick(options: Record<string, unknown> | null | undefined, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, options?.[key]]));
}
