import type { formatToParts } from 'intl-messageformat';

/**
 * Puts whole numbers into words as `Intl` does in the messages' languages. `Intl` itself opens the data of every language
 * there is to know which it has: 4 MB that stay, and more time at the first count than a sheet's check takes.
 */
export const COUNTS = {
  getNumberFormat: () => ({ format: inGroups }),
  getPluralRules: (locale: string) => ({ select: (count: number) => (locale === 'en' && Math.abs(count) === 1 ? 'one' : 'other') }),
  // No message has a date in it.
  getDateTimeFormat: (locale: string) => new Intl.DateTimeFormat(locale),
} as unknown as Parameters<typeof formatToParts>[2];

function inGroups(count: number): string {
  // eslint-disable-next-line regexp/no-super-linear-move -- A number is short.
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
