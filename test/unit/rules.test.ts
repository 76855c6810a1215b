/**
 * Every rule against documents under `test/fixtures/rules/<code>/`.
 *
 * `*.sds.yaml` are sheets in which every line with a finding says so, and no other line has one:
 *     1.1: はい   # want inconsistent-answer            a finding on this line
 *     3: ○       # want invalid-answer "○", spelling    two, one with the exact text that is underlined
 *     #^ want syntax                                    on the line above, where a comment there would change what it means
 *     #^^ want syntax                                   two lines above (lines with markers do not count)
 * A sheet that wants nothing of its folder's code is one that the rule must leave in peace. Directives at the top:
 *     #! only CODE[, CODE]     compare these codes only
 *     #! also CODE[, CODE]     compare these too; `SMALL` ones are otherwise compared in their own folder only
 *     #! crlf | cr | bom       the sheet is read with these line breaks, or with a byte order mark
 *     #! escapes               `\\u200B` in the sheet stands for that character
 *     #! strict                the strict profile
 *     #! today YYYY-MM-DD      the day on which it is checked
 *
 * `fixes.txt` holds what the fixes do, byte for byte, case by case:
 *     == what it shows [crlf] [bom] [no-eol] [no-eol-before] [escapes] [2] [stays]
 *     -- title of the fix, in Japanese (`-- none`: nothing is offered, and no second text follows)
 *     the sheet before
 *     -- becomes
 *     the sheet after
 * `[2]` takes the code's second finding, `[stays]` says that the fix does not lessen the code's findings.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { LintOptions } from '../../server/src/lint/lint.ts';
import type { Finding } from '../../server/src/lint/rule.ts';
import { rules } from '../../server/src/rules/index.ts';
import { applyFix, fixes, lintText, titleOf } from '../support/sheets.ts';

const root = new URL('../fixtures/rules/', import.meta.url);

/** What a sheet of a few lines, made up for another rule, always lacks. */
const SMALL = ['missing-answer', 'missing-field', 'unexplained-answer', 'unrelated-reference'];

interface Want {
  line: number;
  code: string;
  text?: string;
}

interface Fixture {
  text: string;
  wants: Want[];
  compared: (code: string) => boolean;
  options: LintOptions;
}

const LINES = /\r\n|\n|\r/;
const LIST = /([a-z-]+)(?:\s+("(?:[^"\\]|\\.)*"))?/g;

function withFlags(text: string, flags: string[]): string {
  let result = text;
  if (flags.includes('escapes')) result = result.replace(/\\u([0-9A-F]{4})/g, (_escape, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  if (flags.includes('no-eol')) result = result.replace(/\n$/, '');
  if (flags.includes('crlf')) result = result.replaceAll('\n', '\r\n');
  if (flags.includes('cr')) result = result.replaceAll('\n', '\r');
  return flags.includes('bom') ? `\uFEFF${result}` : result;
}

function readFixture(folder: string, source: string): Fixture {
  const wants: Want[] = [];
  const plain: number[] = [];
  const flags: string[] = [];
  let only: string[] | undefined;
  const also: string[] = [];
  const options: LintOptions = {};
  source.split('\n').forEach((content, line) => {
    const directive = /^#! (\S+)\s*(.*)$/.exec(content);
    if (directive?.[1] === 'only') only = directive[2]!.split(/,\s*/);
    else if (directive?.[1] === 'also') also.push(...directive[2]!.split(/,\s*/));
    else if (directive?.[1] === 'strict') options.profile = 'strict';
    else if (directive?.[1] === 'today') options.today = directive[2]!;
    else if (directive) flags.push(directive[1]!);
    const marker = /#(\^*) ?want (.+)$/.exec(content);
    if (marker?.[1] === '' || !marker) plain.push(line);
    if (!marker) return;
    const at = marker[1] === '' ? line : plain.at(-marker[1]!.length)!;
    for (const [, code, text] of marker[2]!.matchAll(LIST)) {
      wants.push({ line: at, code: code!, ...(text === undefined ? {} : { text: JSON.parse(text) as string }) });
    }
  });
  const compared = (code: string): boolean => (only ? only.includes(code) : code === folder || also.includes(code) || !SMALL.includes(code));
  return { text: withFlags(source, flags), wants, compared, options };
}

function place(text: string, finding: Finding): { line: number; text: string } {
  return { line: text.slice(0, finding.span.start).split(LINES).length - 1, text: text.slice(finding.span.start, finding.span.end) };
}

/** What is found but not wanted, and wanted but not found. */
function compare(fixture: Fixture): { unwanted: string[]; missing: string[] } {
  const { text } = fixture;
  const open = [...fixture.wants].sort((a, b) => Number(a.text === undefined) - Number(b.text === undefined));
  const unwanted: string[] = [];
  for (const finding of lintText(text, fixture.options)) {
    if (!fixture.compared(finding.rule.code)) continue;
    const found = place(text, finding);
    const index = open.findIndex((want) => want.line === found.line && want.code === finding.rule.code && (want.text ?? found.text) === found.text);
    if (index < 0) unwanted.push(`${found.line + 1}: ${finding.rule.code} ${JSON.stringify(found.text)}`);
    else open.splice(index, 1);
  }
  return { unwanted, missing: open.map((want) => `${want.line + 1}: ${want.code} ${want.text === undefined ? '' : JSON.stringify(want.text)}`) };
}

interface FixCase {
  name: string;
  flags: string[];
  title: string;
  before: string;
  after: string;
}

function readFixes(source: string): FixCase[] {
  return source.split(/^== /m).slice(1).map((part) => {
    const [head, title, ...rest] = part.split('\n');
    const [name, flags] = [head!.replace(/ *\[.*$/, ''), [...head!.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1]!)];
    const body = rest.join('\n').replace(/\n$/, '');
    const [before, after = ''] = body.split(/^-- becomes\n/m).map((text) => text.replace(/\n*$/, '\n'));
    return { name, flags, title: title!.replace(/^-- /, ''), before: withFlags(before!, flags.includes('no-eol-before') ? ['no-eol', ...flags] : flags), after: withFlags(after, flags) };
  });
}

function files(code: string): string[] {
  const folder = new URL(`${code}/`, root);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

const read = (code: string, file: string): string => readFileSync(new URL(`${code}/${file}`, root), 'utf8');

for (const code of readdirSync(root).sort()) {
  describe(`rule ${code}`, () => {
    for (const file of files(code).filter((one) => one.endsWith('.sds.yaml'))) {
      it(`finds what ${file} wants`, () => {
        const { unwanted, missing } = compare(readFixture(code, read(code, file)));
        assert.deepEqual({ unwanted, missing }, { unwanted: [], missing: [] });
      });
    }
    for (const { name, flags, title, before, after } of files(code).includes('fixes.txt') ? readFixes(read(code, 'fixes.txt')) : []) {
      it(`mends: ${name}`, () => {
        const all = (text: string): Finding[] => lintText(text).filter((finding) => finding.rule.code === code);
        const finding = all(before)[Number(flags.find((flag) => /^\d+$/.test(flag)) ?? 1) - 1];
        assert.ok(finding, 'There is no such finding.');
        if (title === 'none') {
          assert.deepEqual(fixes(finding).map((fix) => titleOf(fix)), []);
          return;
        }
        assert.equal(applyFix(before, finding, title), after);
        if (!flags.includes('stays')) assert.ok(all(after).length < all(before).length, 'The finding is still there.');
      });
    }
  });
}

describe('rule fixtures', () => {
  for (const rule of rules) {
    const { code } = rule;
    it(`cover ${code}`, () => {
      const fixtures = files(code).filter((file) => file.endsWith('.sds.yaml')).map((file) => readFixture(code, read(code, file)));
      assert.ok(fixtures.some(({ wants }) => wants.some((want) => want.code === code)), 'no sheet in which it is found');
      assert.ok(fixtures.some(({ wants }) => wants.every((want) => want.code !== code)), 'no sheet that it leaves in peace');
      if ('fixes' in rule) assert.ok(files(code).includes('fixes.txt'), 'no fixes.txt');
    });
  }

  it('belong to rules, and name rules only', () => {
    const codes = rules.map((rule) => rule.code);
    for (const folder of readdirSync(root)) {
      assert.ok(codes.includes(folder), folder);
      for (const file of files(folder).filter((one) => one.endsWith('.sds.yaml'))) {
        for (const { code } of readFixture(folder, read(folder, file)).wants) assert.ok(codes.includes(code), `${folder}/${file}: ${code}`);
      }
    }
  });
});

describe('severities', () => {
  /** By default, and in the profile for the last check. */
  const severities: Record<string, [string, string]> = {
    syntax: ['error', 'error'], 'wrong-shape': ['error', 'error'], 'full-width-punctuation': ['error', 'error'], 'text-cut-off': ['warning', 'error'],
    'unknown-form': ['error', 'error'], 'unknown-key': ['error', 'error'], 'duplicate-key': ['error', 'error'], 'missing-field': ['warning', 'error'],
    'invalid-date': ['error', 'error'], 'future-date': ['info', 'warning'], spelling: ['info', 'warning'], 'unknown-question': ['error', 'error'],
    'invalid-answer': ['error', 'error'], 'missing-answer': ['warning', 'error'], 'inconsistent-answer': ['error', 'error'], 'inapplicable-answer': ['warning', 'error'],
    'parent-mismatch': ['warning', 'warning'], 'redundant-fallback': ['info', 'warning'], 'empty-gate': ['warning', 'warning'], 'premise-mismatch': ['warning', 'warning'],
    'too-few-selected': ['warning', 'warning'], 'unexplained-answer': ['info', 'warning'], 'unconfirmed-answer': ['info', 'error'], 'missing-remark': ['error', 'error'],
    'dangling-remark': ['error', 'error'], 'unused-remark': ['warning', 'warning'], 'empty-remark': ['warning', 'error'], 'duplicate-remark': ['warning', 'warning'],
    'unknown-reference': ['warning', 'error'], 'unrelated-reference': ['hint', 'info'], 'stale-edition': ['info', 'warning'], 'question-order': ['hint', 'hint'],
    'ambiguous-number': ['hint', 'hint'], 'suspicious-character': ['warning', 'error'], 'unexplained-suppression': ['off', 'warning'], 'unknown-suppression': ['warning', 'warning'],
  };

  for (const { code, severity } of rules) {
    it(`of ${code} are ${severities[code]?.join(' and ')}`, () => assert.deepEqual([severity.default, severity.strict], severities[code]));
  }

  it('can be changed, and turned off', () => {
    const text = '様式: SDS-4.0\n回答:\n  3: ○\n';
    const of = (options: Parameters<typeof lintText>[1]): unknown => lintText(text, options).find((finding) => finding.rule.code === 'invalid-answer')?.severity;
    assert.equal(of({}), 'error');
    assert.equal(of({ severities: { 'invalid-answer': 'hint' } }), 'hint');
    assert.equal(of({ profile: 'strict', severities: { 'invalid-answer': 'off' } }), undefined);
  });
});

describe('safe fixes', () => {
  it('belong to the rules about spelling and form only', () => {
    const safe = new Set<string>();
    for (const code of readdirSync(root)) {
      for (const { before } of files(code).includes('fixes.txt') ? readFixes(read(code, 'fixes.txt')) : []) {
        for (const finding of lintText(before)) {
          const offered = fixes(finding);
          assert.ok(offered.filter((fix) => fix.preferred).length <= 1, `${finding.rule.code} prefers more than one fix`);
          if (offered.some((fix) => fix.safe)) safe.add(finding.rule.code);
        }
      }
    }
    const allowed = ['full-width-punctuation', 'spelling', 'invalid-date', 'ambiguous-number'];
    assert.deepEqual([...safe].filter((code) => !allowed.includes(code)), []);
    assert.ok(safe.has('full-width-punctuation') && safe.has('spelling'));
  });
});
