import type { Message } from '../l10n/translate.ts';
import type { Profile, Setting } from '../lint/rule.ts';
import { rules } from '../rules/index.ts';
import { nearest } from '../text/nearest.ts';
import { firstOf, MOST_TOLD, type Problem } from './problem.ts';
import { readYamlFile, type FileLimits, type Place } from './yaml-file.ts';

/** What one place (the editor, a file, the command line) says of how sheets are checked. */
export interface Settings {
  profile?: Profile;
  /** Severities by code that overrule the profile's. */
  rules: Readonly<Record<string, Setting>>;
}

export const NO_SETTINGS: Settings = { rules: {} };
export const PROFILES: readonly Profile[] = ['default', 'strict'];
export const SEVERITIES: readonly Setting[] = ['off', 'hint', 'info', 'warning', 'error'];

/** Beyond these a file is not read: it holds no settings. */
export const CONFIG_LIMITS: FileLimits = { characters: 262_144, lines: 5_000, marks: 5_000 };

/** Reads the text of a `.sds/config.yaml`. What cannot be read is left out; the rest applies. */
export function readConfig(text: string): { settings: Settings; problems: Problem[] } {
  const file = readYamlFile(text, CONFIG_LIMITS);
  const { settings, problems } = readSettings(file.value ?? {});
  return {
    settings,
    problems: [...file.problems, ...firstOf(problems, ({ message, place, isKey }) => ({ message, range: isKey ? file.rangeOfKey(place) : file.rangeOf(place) }))],
  };
}

/** What is wrong with a setting, and where it is. */
export interface SettingProblem {
  message: Message;
  place: Place;
  isKey?: boolean;
}

/**
 * Reads settings as a file, or an editor in its section `sds`, has them. What cannot be read is left out; the rest applies.
 * @param others further keys that there are, which somebody else reads
 * @param unnamed further ones that are not told of
 */
export function readSettings(value: unknown, others: readonly string[] = [], unnamed: readonly string[] = []): { settings: Settings; problems: SettingProblem[] } {
  const problems: SettingProblem[] = [];
  const found: { profile?: Profile; rules: Record<string, Setting> } = { rules: {} };
  for (const [key, setting] of entries(value, [], problems)) {
    if (key === 'profile') {
      const profile = PROFILES.find((known) => known === setting);
      if (profile !== undefined) found.profile = profile;
      else problems.push({ message: { key: 'config.unknown-profile', args: { written: shown(setting), known: PROFILES.join(', ') } }, place: [key] });
    } else if (key === 'rules') Object.assign(found.rules, readRules(setting, problems));
    else if (!others.includes(key) && !unnamed.includes(key)) problems.push({ message: { key: 'config.unknown-key', args: { key, known: ['profile', 'rules', ...others].join(', ') } }, place: [key], isKey: true });
  }
  return { settings: found, problems };
}

function readRules(value: unknown, problems: SettingProblem[]): Record<string, Setting> {
  const codes = rules.map((rule) => rule.code);
  const found: Record<string, Setting> = {};
  for (const [code, written] of entries(value, ['rules'], problems)) {
    const setting = SEVERITIES.find((known) => known === written);
    if (!codes.includes(code)) {
      // Of what is not told nobody wants to know what was meant.
      const near = problems.length < MOST_TOLD ? nearest(code, codes, 1)[0] : undefined;
      const message: Message = near === undefined ? { key: 'config.unknown-rule', args: { code } } : { key: 'config.unknown-rule-near', args: { code, near } };
      problems.push({ message, place: ['rules', code], isKey: true });
    } else if (setting !== undefined) found[code] = setting;
    else problems.push({ message: { key: 'config.unknown-severity', args: { code, written: shown(written), known: SEVERITIES.join(', ') } }, place: ['rules', code] });
  }
  return found;
}

function entries(value: unknown, place: Place, problems: SettingProblem[]): [string, unknown][] {
  if (value === null || value === undefined) return [];
  // What is there without a value says nothing; an editor says null where a setting was taken back.
  if (typeof value === 'object' && !Array.isArray(value)) return Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
  problems.push({ message: { key: 'config.no-map', args: { place: String(place.at(-1) ?? 'config.yaml') } }, place });
  return [];
}

/** @returns a setting as a message shows it */
export function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
