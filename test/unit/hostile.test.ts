import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { translator, type Message } from '../../server/src/l10n/translate.ts';
import { LIMITS } from '../../server/src/sheet/yaml.ts';
import { LIST_LIMITS } from '../../server/src/workspace/sheet-list.ts';
import { MOST_CHARACTERS } from '../../server/src/workspace/yaml-file.ts';
import { askEverything } from '../support/everything.ts';
import { lintText } from '../support/sheets.ts';

const HEAD = '様式: SDS-4.0\n作成日: 2023-10-04\nサービス事業者: あ\nサービス名称: い\nバージョン: 1\n';
const row = (value: string): string => `${HEAD}回答:\n  3: ${value}\n`;
const letters = [...'abcdefghijkl'];
const numbered = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join('');

/** Texts that few characters make costly, or that no sheet would have. */
const hostile: Record<string, string> = {
  'aliases of aliases': `${HEAD}社内:\n  a: &a [x, x, x, x, x, x, x, x, x]\n${letters.slice(1).map((one, at) => `  ${one}: &${one} [${Array(9).fill(`*${letters[at]!}`).join(', ')}]\n`).join('')}回答:\n  3: はい\n`,
  'merge keys of merge keys': `${HEAD}社内:\n  a: &m0 {x: 1}\n${numbered(26, (at) => `  m${at}: &m${at + 1} {<<: [*m${at}, *m${at}]}\n`)}回答:\n  3: はい\n`,
  'maps that hold themselves': `${HEAD}社内: &a\n  b: *a\n回答: &r\n  3: はい\n  4: *r\n`,
  'many aliases': `${HEAD}社内:\n  a: &a x\n${numbered(12_000, (at) => `  k${at}: *a\n`)}回答:\n  3: はい\n`,
  'deep braces': row('{a: '.repeat(10_000)),
  'deep brackets': `${row('はい')}社内: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
  'deep lists': `${row('はい')}社内:\n  ${'- '.repeat(10_000)}x\n`,
  'more characters than are read': row('あ'.repeat(LIMITS.characters)),
  'many rows': `${HEAD}回答:\n${numbered(5_000, (at) => `  ${at + 1}: はい\n`)}`,
  'one row many times': `${HEAD}回答:\n${'  3: はい\n'.repeat(5_000)}`,
  'many remarks': `${row('{ 回答: はい, 備考: 1 }')}備考記載欄:\n${numbered(3_000, (at) => `  ${at + 1}: 6.11.C8を参照\n`)}`,
  'many citations': row(`{ 回答: はい, 備考: [${numbered(3_000, (at) => `${at + 1}, `)}] }`),
  'many suppressions': `${HEAD}回答:\n${numbered(3_000, (at) => `  3: x # sds-disable-line invalid-answer, a${at}\n`)}`,
  'one long key': `${HEAD}回答:\n  ${'3'.repeat(100_000)}: はい\n`,
  'spaces within a value': row(`x${' '.repeat(50_000)}x`),
  'full-width spaces within a value': row(`x${'　'.repeat(50_000)}x`),
  'tabs within a value': row(`x${'\t'.repeat(50_000)}x`),
  'spaces within a key': `${HEAD}回答:\n  3${' '.repeat(50_000)}4: はい\n`,
  'an open quote': row(`"${' '.repeat(50_000)}x`),
  'many quotes': row('"'.repeat(20_001)),
  'full-width colons': `${HEAD}回答:\n  3${'：'.repeat(20_000)}\n`,
  'full-width brackets': row('［'.repeat(20_000)),
  'a long comment': row(`はい # ${'6.11.C8 '.repeat(5_000)}`),
  'control characters': row('は\0い\x01\x1b'),
  'lone surrogates': row('は\ud800い\udc00'),
  'changes of direction': row('は\u202eい\u2066'),
  'names of prototypes': `${HEAD}回答:\n  __proto__: はい\n  constructor: はい\n  toString: x\n__proto__: 1\nconstructor: 2\n備考記載欄:\n  __proto__: あ\n  hasOwnProperty: い\n`,
  'marks of a merge': `${HEAD}回答:\n<<<<<<< HEAD\n  3: はい\n=======\n  3: いいえ\n>>>>>>> x\n`,
  'tags': `${HEAD}回答:\n  3: !!python/object はい\n  4: !foo はい\n`,
  'line endings of every kind': `${HEAD}回答:\n  3: はい\r\n  4: はい\r  5: はい\n`,
  'many documents': '---\n'.repeat(5_000),
  'empty lines': '\n'.repeat(20_000),
};

describe('Hostile text', () => {
  for (const [what, text] of Object.entries(hostile)) {
    it(`${what} is answered, at any place`, () => {
      for (const offset of [0, text.indexOf('3') + 1, text.length - 1, text.length]) askEverything(text, offset);
    });
  }

  it('is told once where a limit is reached', () => {
    const said = (what: keyof typeof hostile): unknown[] => lintText(hostile[what]!).filter(({ rule }) => rule.code === 'syntax').map(({ data }) => (data as { cause?: string }).cause);
    assert.deepEqual(said('aliases of aliases'), ['too-many-aliases']);
    assert.deepEqual(said('merge keys of merge keys'), ['too-many-aliases']);
    assert.deepEqual(said('many aliases'), ['too-many-aliases']);
    assert.deepEqual(said('more characters than are read'), ['too-large']);
    for (const what of ['deep braces', 'deep brackets', 'deep lists']) assert.deepEqual(said(what), ['too-deep'], what);
    assert.deepEqual(said('maps that hold themselves'), ['circular-alias', 'circular-alias']);
  });

  it('meets the limits that docs/limits.md states, in the words that it gives', () => {
    const page = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');
    for (const limit of [...Object.values(LIMITS), ...Object.values(LIST_LIMITS), MOST_CHARACTERS]) assert.match(page, new RegExp(`\\b${limit.toLocaleString('en')}\\b`));
    const args = { characters: LIMITS.characters, depth: LIMITS.depth, text: '…' };
    for (const key of ['syntax.too-large', 'syntax.too-deep', 'syntax.too-many-aliases'] satisfies Message['key'][]) {
      const [sentence] = translator('en')({ key, args }).split('. Write');
      assert.ok(page.includes(sentence!.replace('“…”', '…').replace(/; they.*/, '')), key);
    }
  });
});
