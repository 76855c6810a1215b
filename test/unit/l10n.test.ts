import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import en from '../../server/l10n/en.json' with { type: 'json' };
import ja from '../../server/l10n/ja.json' with { type: 'json' };
import { COUNTS } from '../../server/src/l10n/counts.ts';
import { localeOf, translator, type MessageKey } from '../../server/src/l10n/translate.ts';
import { takenApart } from '../../scripts/build/messages-plugin.mjs';
import { rules } from '../../server/src/rules/index.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
/** The type of an element that is plain text. */
const LITERAL = 0;
const keys = Object.keys(ja) as MessageKey[];

const parsed = (message: string, locale: string): Element[] => new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst();

/** The arguments that a message takes, also inside plurals. */
function args(elements: Element[]): string[] {
  const found = elements.flatMap((element): string[] => {
    const own = 'value' in element && Number(element.type) !== LITERAL ? [String(element.value)] : [];
    const inside = 'options' in element ? Object.values(element.options).flatMap((option) => args(option.value)) : [];
    return [...own, ...inside];
  });
  return [...new Set(found)].sort();
}

function sources(folder: URL): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const url = new URL(item.isDirectory() ? `${item.name}/` : item.name, folder);
    return item.isDirectory() ? sources(url) : item.name.endsWith('.ts') ? [readFileSync(url, 'utf8')] : [];
  });
}

describe('messages', () => {
  it('are there in both languages, in the same order', () => assert.deepEqual(Object.keys(en), keys));

  it('compile, and take the same arguments', () => {
    for (const key of keys) assert.deepEqual(args(parsed(en[key], 'en')), args(parsed(ja[key], 'ja')).filter((name) => !name.endsWith('Ja')), key);
  });

  it('are put into words', () => {
    for (const locale of ['ja', 'en'] as const) {
      const translate = translator(locale);
      for (const key of keys) {
        const message = { ja, en }[locale][key];
        const given = Object.fromEntries(args(parsed(message, locale)).map((name) => [name, /\b(?:plural|number)\b/.test(message) && message.includes(`{${name}, `) ? 3 : '<b>{値}</b>']));
        const text = translate({ key, args: given });
        assert.notEqual(text.trim(), '', key);
        assert.doesNotMatch(text, /undefined|\[object/, key);
        for (const [name, value] of Object.entries(given)) if (typeof value === 'string') assert.ok(text.includes(value), `${key}: ${name}`);
      }
    }
  });

  it('are put into the same words when the build has taken them apart, and most are left as they are', () => {
    for (const locale of ['ja', 'en'] as const) {
      const all = keys.map((key) => ({ key, message: { ja, en }[locale][key] }));
      const translate = translator(locale);
      for (const { key, message } of all) {
        const apart = takenApart(message);
        const format = new IntlMessageFormat(apart, locale, undefined, { ignoreTag: true });
        for (const number of [0, 1, 3, 12_345]) {
          const given = Object.fromEntries(args(parsed(message, locale)).map((name) => [name, message.includes(`{${name}, plural`) || message.includes(`{${name}, number`) ? number : `{x}'#<${number}>`]));
          assert.equal(translate({ key, args: given }), String(format.format(given)), key);
        }
      }
      const kept = all.filter(({ message }) => typeof takenApart(message) === 'string');
      assert.ok(kept.length > all.length * 0.7, String(kept.length));
      // What the shipped program takes for plain is no other than what the sources take for it.
      for (const { key, message } of kept) assert.doesNotMatch(message, /'|\{[^}]*,/, key);
    }
  });

  it('have whole numbers put into words as Intl does, and nothing that needs more of it', () => {
    const kinds = (elements: Element[]): string[] => elements.flatMap((element) => [
      ...('style' in element && element.style ? ['a style'] : []), ...('pluralType' in element ? [String(element.pluralType)] : []),
      ...('options' in element ? Object.values(element.options).flatMap((option) => kinds(option.value)) : []),
    ]);
    for (const locale of ['ja', 'en'] as const) {
      assert.deepEqual([...new Set(keys.flatMap((key) => kinds(parsed({ ja, en }[locale][key], locale))))], ['cardinal']);
      assert.doesNotMatch(JSON.stringify({ ja, en }[locale]), /\{\w+, (?:date|time)/);
      const [numbers, plurals] = [new Intl.NumberFormat(locale), new Intl.PluralRules(locale)];
      for (const count of [...Array(2_000).keys(), 99_999, 100_000, 1_000_000, 12_345_678, -1, -1_000]) {
        assert.equal(COUNTS.getNumberFormat(locale).format(count), numbers.format(count));
        assert.equal(COUNTS.getPluralRules(locale).select(count), plurals.select(count));
      }
    }
  });

  it('are those of the rules: each has one, and none is left of a rule that is gone', () => {
    const codes = rules.map((rule) => rule.code);
    for (const code of codes) assert.ok(keys.some((key) => key.startsWith(`${code}.`)), code);
    const all = sources(new URL('../../server/src/', import.meta.url)).join('\n');
    const unused = keys.filter((key) => !key.startsWith('cli.') && !all.includes(`'${key}'`) && !all.includes(`\`${key.replace(/\.[^.]+$/, '.')}\${`));
    assert.deepEqual(unused, []);
  });
});

describe('Japanese messages', () => {
  const findings = keys.filter((key) => rules.some((rule) => key.startsWith(`${rule.code}.`)));
  const titles = keys.filter((key) => key.startsWith('fix.'));

  it('are sentences that end', () => {
    for (const key of findings.filter((one) => !one.endsWith('.first'))) assert.match(ja[key], /。$|[:：] ?\{\w+\}$|）$/, key);
    for (const key of findings.filter((one) => !one.endsWith('.first'))) assert.match(en[key], /[.)]$|: ?\{\w+\}$/, key);
  });

  it('are polite where they say something, and plain where they name a command', () => {
    for (const key of findings) assert.doesNotMatch(ja[key], /(?<!で)(?:ある|だ|ない)。/, key);
    for (const key of titles) assert.doesNotMatch(ja[key], /(?:ます|ください|。)$/, key);
  });

  it('use the words of the trade', () => {
    for (const key of [...findings, ...titles]) {
      assert.doesNotMatch(ja[key], /行き先|エントリ|ゲート|質問|コメント欄|パース|シンタックス|無効な/, key);
      // Full-width punctuation in sentences, half-width digits and Latin letters.
      assert.doesNotMatch(ja[key], /[０-９Ａ-Ｚａ-ｚ]|[、。]\s/, key);
      assert.doesNotMatch(ja[key], /[\u3041-\u9fff],|[\u3041-\u9fff]\.$/, key);
    }
  });

  it('quote with 「」, the English ones with “”', () => {
    for (const key of keys) {
      assert.equal((ja[key].match(/「/g) ?? []).length, (ja[key].match(/」/g) ?? []).length, key);
      assert.equal((en[key].match(/“/g) ?? []).length, (en[key].match(/”/g) ?? []).length, key);
    }
  });
});

describe('the language', () => {
  const tags: [string | undefined, string][] = [
    [undefined, 'ja'], ['', 'ja'], ['C', 'ja'], ['C.UTF-8', 'ja'], ['POSIX', 'ja'], ['ja', 'ja'], ['ja-JP', 'ja'], ['ja_JP.UTF-8', 'ja'], ['JA', 'ja'],
    ['en', 'en'], ['en_US.UTF-8', 'en'], ['fr', 'en'], ['jam', 'en'],
  ];
  for (const [tag, locale] of tags) it(`of ${tag ?? 'nothing'} is ${locale}`, () => assert.equal(localeOf(tag), locale));
});
