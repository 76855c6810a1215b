import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { complete } from '../../server/src/features/completion/complete.ts';
import { MOST_TRIED } from '../../server/src/features/code-actions.ts';
import { documentLinks, MOST_LINKS } from '../../server/src/features/document-links.ts';
import { MOST_IDS } from '../../server/src/features/mentions.ts';
import { IMPORT_LIMITS } from '../../server/src/guideline-import/limits.ts';
import { translator, type Message } from '../../server/src/l10n/translate.ts';
import { fixesOf, lint, MOST_OF_A_KIND } from '../../server/src/lint/lint.ts';
import { MOST_READ } from '../../server/src/lsp/sheets.ts';
import { COMPACT_ITEMS, MOST_OPEN, nestsTooDeep } from '../../server/src/sheet/depth.ts';
import { applyEdits } from '../../server/src/sheet/repair.ts';
import { createRoles } from '../../server/src/sheet/roles.ts';
import { scanLines } from '../../server/src/sheet/scan.ts';
import { LIMITS } from '../../server/src/sheet/yaml.ts';
import { CONFIG_LIMITS } from '../../server/src/workspace/config.ts';
import { MOST_FILES } from '../../server/src/workspace/folder.ts';
import { LIST_LIMITS } from '../../server/src/workspace/sheet-list.ts';
import { DATA_LIMITS, OFFICIAL_LIMITS } from '../../server/src/workspace/yaml-file.ts';
import { catalogue } from '../support/catalogue.ts';
import { askEverything } from '../support/everything.ts';
import { past, within } from '../support/hostile.ts';
import { fixes, lintText, sheet } from '../support/sheets.ts';

/** How near to the limits: the whole way is a matter for the server, whose tests are fewer. */
const PART = 0.02;

describe('Hostile text', () => {
  for (const [what, make] of Object.entries(within(PART))) {
    it(`is answered at any place: ${what}`, () => {
      const text = make();
      for (const offset of [text.indexOf('3') + 1, text.length]) askEverything(text, offset);
    });
  }

  for (const [what, { text: make, cause }] of Object.entries(past)) {
    it(`is told once past a limit, and answered: ${what}`, () => {
      const text = make();
      const said = lintText(text).filter(({ rule }) => rule.code === 'syntax').map(({ data }) => (data as { cause?: string }).cause);
      assert.deepEqual(said, [cause]);
      askEverything(text, text.indexOf('3') + 1);
    });
  }

  it('is as long as may be, and no longer', function () {
    this.timeout(30_000);
    const roles = createRoles(catalogue());
    for (const [what, make] of Object.entries(within())) {
      const text = make();
      const { slots, listed } = scanLines(text, roles, catalogue().dialect.punctuation);
      assert.deepEqual([text.length <= LIMITS.characters, text.split(/\r\n|\r|\n/).length <= LIMITS.lines, slots.length + listed <= LIMITS.entries, nestsTooDeep(text)], [true, true, true, false], what);
    }
  });

  it('is no text to look for what could be written', () => {
    const items = (typed: string): number => {
      const text = `様式: SDS-4.0\n備考記載欄:\n  1: 手順書の備考\n回答:\n  3: { 回答: はい, ${typed}`;
      return complete({ sheet: sheet(text), translate: translator('ja'), today: '2026-01-01' }, text.length, 'ja', 'invoked').items.length;
    };
    for (const typed of ['備考: 手順書', '備考: 手順書 手順書', '参照項番: 6.11', '備考文: 6.11']) assert.ok(items(typed) > 0, typed);
    for (const typed of [`備考: ${'手順書'.repeat(400)}`, `備考: ${'手順書 '.repeat(400)}手順書`, `参照項番: ${'6.11'.repeat(300)}`, `備考文: ${'6.11'.repeat(300)}`]) assert.equal(items(typed), 0, typed);
  });

  it('is made no list that cites more remarks than there are', () => {
    const titles = (cite: string): string[] => {
      const remarks = Array.from({ length: 50 }, (_, at) => `  ${at + 1}: い\n`).join('');
      const found = lintText(`様式: SDS-4.0\n回答:\n  3: { 回答: はい, 備考: ${cite} }\n備考記載欄:\n${remarks}`).find(({ rule }) => rule.code === 'dangling-remark');
      return fixes(found!).map(({ title }) => title.key);
    };
    for (const cite of ['1～50', '1～25 26～50', '1～49・50']) assert.ok(titles(cite).includes('fix.make-list'), cite);
    for (const cite of ['1～51', '1～50 1～50', '1～25 1～26', '0～9']) assert.ok(!titles(cite).includes('fix.make-list'), cite);
  });

  it('is looked through once for what a row does not cite yet, however much it cites that is nowhere', () => {
    const [nowhere, cited, free] = [200, 300, ['501', '502']];
    const numbers = (count: number, from: number): number[] => Array.from({ length: count }, (_, at) => from + at);
    const remarks = [...numbers(cited, nowhere + 1), ...free].map((number) => `  ${number}: い\n`).join('');
    const one = sheet(`様式: SDS-4.0\n回答:\n  3: { 回答: はい, 備考: [${numbers(nowhere + cited, 1).join(', ')}] }\n備考記載欄:\n${remarks}`);
    const found = lint(one).filter(({ rule }) => rule.code === 'dangling-remark');
    let read = 0;
    for (const remark of one.remarks) {
      const { text } = remark;
      Object.defineProperty(remark, 'text', { get: () => (read++, text) });
    }
    const offered = found.map((finding) => fixesOf(finding, one).flatMap(({ title }) => (title.key === 'fix.cite-remark' ? [title.args?.['remark']] : [])));
    assert.deepEqual(offered, found.map(() => free));
    assert.deepEqual([found.length, read], [nowhere, one.remarks.length + nowhere * free.length]);
  });

  it('is told where a map holds itself', () => {
    const found = lintText(within()['maps that hold themselves']!()).filter(({ rule }) => rule.code === 'syntax');
    assert.deepEqual(found.map(({ data }) => (data as { cause?: string }).cause), ['circular-alias', 'circular-alias']);
  });

  it('is told of a thousand times for one kind, and then that there is more', () => {
    const rows = (count: number): string => `様式: SDS-4.0\n回答:\n${Array.from({ length: count }, (_, at) => `  ${at + 900}: はい\n`).join('')}`;
    const keys = (count: number): string[] => lintText(rows(count)).filter(({ rule }) => rule.code === 'unknown-question').map(({ message }) => message.key);
    assert.ok(!keys(MOST_OF_A_KIND).includes('lint.more-of-kind'));
    assert.equal(keys(MOST_OF_A_KIND).length, MOST_OF_A_KIND);
    const more = keys(MOST_OF_A_KIND + 500);
    assert.deepEqual([more.length, more.indexOf('lint.more-of-kind')], [MOST_OF_A_KIND + 1, MOST_OF_A_KIND]);
  });

  it('has no more links than an editor should be sent', () => {
    const links = (count: number): number => documentLinks({ sheet: sheet(`様式: SDS-4.0\n回答:\n  3: はい # ${'6.11.C8 '.repeat(count)}\n`), translate: translator('ja'), today: '2026-01-01' }).length;
    assert.deepEqual([links(MOST_LINKS - 1), links(MOST_LINKS + 10)], [MOST_LINKS - 1, MOST_LINKS]);
  });

  it('tells what is suppressed apart from what is shown of a kind', () => {
    const spared = `様式: SDS-4.0\n回答:\n${Array.from({ length: MOST_OF_A_KIND + 500 }, (_, at) => `  ${at + 900}: はい # sds-disable-line unknown-question\n`).join('')}  800: はい\n`;
    const found = (showSuppressed: boolean): (boolean | undefined)[] => lintText(spared, { showSuppressed }).filter(({ rule }) => rule.code === 'unknown-question').map(({ suppressed }) => suppressed !== undefined);
    assert.deepEqual(found(false), [false]);
    assert.deepEqual([found(true).length, found(true).at(-1)], [MOST_OF_A_KIND + 2, false]);
  });

  it('has thousands of unseen characters taken out by one edit, and nothing else', () => {
    const remark = (between: string): string => `様式: SDS-4.0\n回答:\n  3: { 回答: いいえ, 備考文: '${Array(1_500).fill('あ').join(between)}' } # い\u200Bう\n`;
    const [fix] = fixes(lintText(remark('\u200B')).find(({ rule }) => rule.code === 'suspicious-character')!);
    assert.equal(fix!.edits.length, 1);
    assert.equal(applyEdits(remark('\u200B'), fix!.edits).text, remark(''));
  });

  it('meets the limits that docs/limits.md states, in the words that it gives', () => {
    const page = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');
    for (const limit of [...Object.values(LIMITS), ...Object.values(LIST_LIMITS), ...Object.values(IMPORT_LIMITS), ...Object.values(DATA_LIMITS), ...Object.values(OFFICIAL_LIMITS), ...Object.values(CONFIG_LIMITS), MOST_OF_A_KIND, MOST_LINKS, MOST_IDS, MOST_TRIED, COMPACT_ITEMS, MOST_OPEN, MOST_READ]) assert.match(page, new RegExp(`\\b${limit.toLocaleString('en')}\\b`));
    assert.ok(page.includes(translator('en')({ key: 'lint.more-of-kind', args: { count: MOST_OF_A_KIND } })));
    assert.ok(page.includes(translator('en')({ key: 'workspace.too-many-files', args: { files: MOST_FILES } })));
    assert.ok(page.includes(translator('en')({ key: 'workspace.too-long', args: { lines: 1, marks: 1 } }).split(' (')[0]!));
    assert.ok(page.includes(translator('en')({ key: 'official.too-large', args: { path: '…', ...IMPORT_LIMITS } }).replace('…:', '…')));
    const args = { characters: LIMITS.characters, lines: LIMITS.lines, entries: LIMITS.entries, depth: LIMITS.depth, text: '…' };
    for (const key of ['syntax.too-large', 'syntax.too-long', 'syntax.too-deep', 'syntax.too-many-aliases'] satisfies Message['key'][]) {
      const [sentence] = translator('en')({ key, args }).split('. Write');
      assert.ok(page.includes(sentence!.replace('“…”', '…').replace(/; they.*/, '')), key);
    }
  });
});
