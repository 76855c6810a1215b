import type { Message } from '../l10n/translate.ts';
import type { Setting } from '../lint/rule.ts';
import { rules } from '../rules/index.ts';
import { nearest } from '../text/nearest.ts';

const SETTINGS: readonly Setting[] = ['off', 'hint', 'info', 'warning', 'error'];

/**
 * Reads what `--rule` was given.
 * @param given each `CODE=SEVERITY`
 * @returns what could be read, and what is wrong with the rest
 */
export function readSeverities(given: readonly string[]): { severities: Record<string, Setting>; problems: Message[] } {
  const severities: Record<string, Setting> = {};
  const problems: Message[] = [];
  const codes = rules.map((rule) => rule.code);
  for (const one of given) {
    const [code = '', written] = one.split('=').map((part) => part.trim());
    const setting = SETTINGS.find((known) => known === written);
    if (!codes.includes(code)) {
      const near = nearest(code, codes, 1)[0];
      problems.push(near === undefined
        ? { key: 'cli.usage.unknown-rule', args: { code } }
        : { key: 'cli.usage.unknown-rule-near', args: { code, near } });
    } else if (setting === undefined) {
      problems.push({ key: 'cli.usage.unknown-severity', args: { given: one, known: SETTINGS.join(', ') } });
    } else severities[code] = setting;
  }
  return { severities, problems };
}
