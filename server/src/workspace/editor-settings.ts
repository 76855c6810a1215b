import { NO_SETTINGS, readSettings, shown, type SettingProblem, type Settings } from './config.ts';
import type { Place } from './yaml-file.ts';

/** What is the editor's alone: on or off, some of it in groups. */
interface Switches {
  /** Whether all sheets of the folders that are open are checked, or only the sheets that are open themselves. */
  workspaceDiagnostics: boolean;
  /** The lines above the sheet, its sections and its remarks. */
  codeLens: boolean;
  inlayHints: {
    /** The question behind its number. */
    questions: boolean;
    /** The answer of rows that are left out. */
    omittedAnswers: boolean;
  };
}

/** What an editor has set in its section `sds`. */
export interface EditorSettings extends Switches {
  /** How sheets are checked; what a file says of it comes first. */
  lint: Settings;
}

const SWITCHES: Switches = { workspaceDiagnostics: true, codeLens: true, inlayHints: { questions: true, omittedAnswers: true } };

export const EDITOR_DEFAULTS: EditorSettings = { lint: NO_SETTINGS, ...SWITCHES };

/** Every key of the section. */
export const EDITOR_KEYS: readonly string[] = ['profile', 'rules', ...Object.keys(SWITCHES)];

/** What the section holds besides, which this project's own extension reads by itself. */
const OF_THE_EXTENSION = ['preview'];

/** Reads an editor's section `sds`. What cannot be read is left out; the rest applies. */
export function readEditorSettings(value: unknown): { settings: EditorSettings; problems: SettingProblem[] } {
  const { settings: lint, problems } = readSettings(value, Object.keys(SWITCHES), OF_THE_EXTENSION);
  return { settings: { lint, ...readSwitches(SWITCHES, isMap(value) ? value : {}, [], problems) }, problems };
}

/** Reads what has the shape of the defaults; other keys are let be. */
function readSwitches<Shape extends object>(defaults: Shape, given: object, place: Place, problems: SettingProblem[]): Shape {
  return Object.fromEntries(Object.entries(defaults).map(([key, usual]: [string, unknown]) => {
    const written = (given as Record<string, unknown>)[key];
    const here = [...place, key];
    if (written === undefined || written === null) return [key, usual];
    if (!isMap(usual)) {
      if (typeof written === 'boolean') return [key, written];
      problems.push({ message: { key: 'config.no-switch', args: { key: here.join('.'), written: shown(written) } }, place: here });
    } else if (isMap(written)) {
      const unknown = Object.keys(written).filter((one) => !(one in usual));
      problems.push(...unknown.map((one): SettingProblem => (
        { message: { key: 'config.unknown-key', args: { key: [...here, one].join('.'), known: Object.keys(usual).join(', ') } }, place: [...here, one], isKey: true })));
      return [key, readSwitches(usual, written, here, problems)];
    } else problems.push({ message: { key: 'config.no-map', args: { place: key } }, place: here });
    return [key, usual];
  })) as Shape;
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
