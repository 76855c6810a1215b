import { IntlMessageFormat } from 'intl-messageformat';
import type { Localised } from '../catalogue/form.ts';
import en from '../../l10n/en.json';
import ja from '../../l10n/ja.json';

export type Locale = 'ja' | 'en';
export type MessageKey = keyof typeof ja;

/** A message not yet put into words: control flow looks at the key, never at the text. */
export interface Message {
  key: MessageKey;
  args?: Record<string, string | number | Localised>;
}

export type Translate = (message: Message) => string;

const bundles: Record<Locale, Record<MessageKey, string>> = { ja, en };
const compiled: Record<Locale, Map<MessageKey, IntlMessageFormat>> = { ja: new Map(), en: new Map() };

/** @returns the function that puts messages into words of `locale` */
export function translator(locale: Locale): Translate {
  return ({ key, args }) => {
    let format = compiled[locale].get(key);
    if (!format) compiled[locale].set(key, format = new IntlMessageFormat(bundles[locale][key], locale, undefined, { ignoreTag: true }));
    return String(format.format(worded(args, locale)));
  };
}

/** Arguments that the form's data has in both languages are put into the message's own. */
function worded(args: Message['args'], locale: Locale): Record<string, string | number> {
  return Object.fromEntries(Object.entries(args ?? {}).map(([name, value]) => [name, typeof value === 'object' ? value[locale] : value]));
}

/** @returns the locale that a language tag such as `ja-JP` or `en_US.UTF-8` asks for; Japanese when it says nothing */
export function localeOf(tag: string | undefined): Locale {
  const language = /^[a-z]+/i.exec(tag ?? '')?.[0].toLowerCase();
  if (language === undefined || language === 'c' || language === 'posix' || language === 'ja') return 'ja';
  return 'en';
}
