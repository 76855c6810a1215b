import { stringify } from 'yaml';

/**
 * Writes a text as YAML reads it back in the dialect: plain where that is safe, quoted where it is not.
 * @param place `flow` inside brackets or braces
 * @param text one line
 */
export function writeScalar(text: string, place: 'block' | 'flow'): string {
  const options = { schema: 'failsafe', lineWidth: 0, defaultKeyType: null } as const;
  if (place === 'block') return stringify(text, options).replace(/\n$/, '');
  const list = stringify([text], { ...options, collectionStyle: 'flow' }).trim();
  return list.slice(1, -1).trim();
}
