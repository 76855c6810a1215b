import type { DialectData } from '../catalogue/dialect.ts';
import { fold } from './fold.ts';

/** @returns whether a text only holds the place of one still to be written */
export function isPlaceholder(text: string, { whole, beginning, anywhere }: DialectData['placeholders']): boolean {
  const plain = (one: string): string => fold(one).toLowerCase();
  const written = plain(text);
  if (written === '' || whole.some((one) => plain(one) === written)) return true;
  if (beginning.some((one) => written.startsWith(plain(one)))) return true;
  return anywhere.some((one) => written.includes(plain(one)));
}
