import { NO_SETTINGS, readSettings, shown, type SettingProblem, type Settings } from './config.ts';

/** What an editor has set in its section `sds`. */
export interface EditorSettings {
  /** How sheets are checked; what a file says of it comes first. */
  lint: Settings;
  /** Whether all sheets of the folders that are open are checked, or only the sheets that are open themselves. */
  workspaceDiagnostics: boolean;
}

export const EDITOR_DEFAULTS: EditorSettings = { lint: NO_SETTINGS, workspaceDiagnostics: true };

/** The settings that are the editor's alone and either on or off. */
const SWITCHES = ['workspaceDiagnostics'] as const satisfies (keyof EditorSettings)[];

/** Every key of the section. */
export const EDITOR_KEYS: readonly string[] = ['profile', 'rules', ...SWITCHES];

/** Reads an editor's section `sds`. What cannot be read is left out; the rest applies. */
export function readEditorSettings(value: unknown): { settings: EditorSettings; problems: SettingProblem[] } {
  const { settings: lint, problems } = readSettings(value, SWITCHES);
  const settings: EditorSettings = { ...EDITOR_DEFAULTS, lint };
  for (const key of SWITCHES) {
    const written = (value as Record<string, unknown> | null | undefined)?.[key];
    if (typeof written === 'boolean') settings[key] = written;
    else if (written !== undefined && written !== null) problems.push({ message: { key: 'config.no-switch', args: { key, written: shown(written) } }, place: [key] });
  }
  return { settings, problems };
}
