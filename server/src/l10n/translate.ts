import { parse } from '@formatjs/icu-messageformat-parser';
import { formatToParts } from 'intl-messageformat';
import type { Localised } from '../catalogue/form.ts';
import en from '../../l10n/en.json';
import ja from '../../l10n/ja.json';
import { COUNTS } from './counts.ts';

export type Locale = 'ja' | 'en';
export type MessageKey = keyof typeof ja;

/** A message not yet put into words: control flow looks at the key, never at the text. */
export interface Message {
  key: MessageKey;
  args?: Record<string, string | number | Localised | Listed>;
}

/** Things in a row; each language has its own comma and quotes. */
export interface Listed {
  items: readonly (string | Message)[];
  /** Words in quotes. The message has the quotes before the first and behind the last. */
  quoted?: boolean;
}

const BETWEEN: Record<Locale, { plain: string; quoted: string }> = { ja: { plain: '、', quoted: '」「' }, en: { plain: ', ', quoted: '”, “' } };

/** @returns things in a row, as an argument of a message */
export function listed(items: readonly (string | Message)[]): Listed {
  return { items };
}

/** @returns words in a row, each in quotes, as an argument of a message that has the outer quotes */
export function quotedWords(items: readonly (string | Message)[]): Listed {
  return { items, quoted: true };
}

/** @returns things in a row, in the messages' language */
export function inARow(items: readonly string[], translate: Translate): string {
  return translate({ key: 'list.items', args: { items: listed(items) } });
}

export type Translate = (message: Message) => string;

/** A message as it is written, or taken apart, as the build does with what a parser would be needed for. */
type Written = string | ReturnType<typeof parse>;
type Format = (args: NonNullable<Message['args']>) => string;

const bundles: Record<Locale, Record<MessageKey, Written>> = { ja, en };
const formats: Record<Locale, Map<MessageKey, Format>> = { ja: new Map(), en: new Map() };

/** @returns the function that puts messages into words of `locale` */
export function translator(locale: Locale): Translate {
  return ({ key, args }) => {
    let format = formats[locale].get(key);
    if (!format) formats[locale].set(key, format = formatOf(bundles[locale][key], locale));
    return format(args ?? {});
  };
}

function formatOf(message: Written, locale: Locale): Format {
  // Most messages have nothing but `{name}`: what else there is begins with a comma, or is kept by an apostrophe.
  // eslint-disable-next-line regexp/no-super-linear-move -- Messages are our own.
  if (typeof message === 'string' && !/'|\{[^}]*,/.test(message)) {
    return (args) => message.replace(/\{(\w+)\}/g, (_, name: string) => String(inWords(valueOf(args, name), locale)));
  }
  const elements = typeof message === 'string' ? parse(message, { ignoreTag: true }) : message;
  return (args) => formatToParts(elements, locale, COUNTS, { number: {}, date: {}, time: {} }, worded(args, locale)).map(({ value }) => value).join('');
}

function valueOf(args: NonNullable<Message['args']>, name: string): NonNullable<Message['args']>[string] {
  const value = args[name];
  if (value === undefined) throw new Error(`A message lacks its argument ${name}.`);
  return value;
}

/** Arguments that the form's data has in both languages are put into the message's own. */
function worded(args: NonNullable<Message['args']>, locale: Locale): Record<string, string | number> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, inWords(value, locale)]));
}

function inWords(value: string | number | Localised | Listed, locale: Locale): string | number {
  if (typeof value !== 'object') return value;
  if (!('items' in value)) return value[locale];
  const items = value.items.map((item) => (typeof item === 'string' ? item : translator(locale)(item)));
  return items.join(value.quoted ? BETWEEN[locale].quoted : BETWEEN[locale].plain);
}

/** @returns the locale that a language tag such as `ja-JP` or `en_US.UTF-8` asks for; Japanese when it says nothing */
export function localeOf(tag: string | undefined): Locale {
  const language = /^[a-z]+/i.exec(tag ?? '')?.[0].toLowerCase();
  if (language === undefined || language === 'c' || language === 'posix' || language === 'ja') return 'ja';
  return 'en';
}
