import type { Profile, Setting } from '../lint/rule.ts';
import type { Settings } from './config.ts';

/** How sheets are checked, once everything that was said about it is weighed. */
export interface LintSettings {
  profile: Profile;
  severities: Record<string, Setting>;
}

/**
 * Lays settings over one another, rule by rule. The order in which they overrule each other: the command line,
 * `.sds/config.yaml`, the editor's own settings. The file is what a team agreed on, so that everybody's editor and the
 * command line say the same; the editor's settings are one person's, and the command line's are for one run.
 * @param layers from the weakest to the strongest
 */
export function layered(...layers: Settings[]): LintSettings {
  return {
    profile: layers.findLast((layer) => layer.profile !== undefined)?.profile ?? 'default',
    severities: Object.assign({}, ...layers.map((layer) => layer.rules)) as Record<string, Setting>,
  };
}
