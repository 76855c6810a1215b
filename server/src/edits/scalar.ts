import { stringify } from 'yaml';
import type { DialectData } from '../catalogue/dialect.ts';
import { quoted } from '../sheet/quotes.ts';

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

/**
 * Writes another key in place of one, in the quotes that are there: behind them no space is needed.
 * @param written the key that is there
 */
export function writeLike(written: string, key: string): string {
  const quote = /^["']/.exec(written)?.[0] ?? '';
  return `${quote}${key}${quote}`;
}

/**
 * Writes a key as the dialect reads it back: also what YAML would take as it is, but people's full-width colons end here.
 * @param text one line
 */
export function writeKey(text: string, place: 'block' | 'flow', { colon }: DialectData['punctuation']): string {
  const written = writeScalar(text, place);
  return written === text && [...text].some((char) => colon.includes(char)) ? quoted(text) : written;
}
