/**
 * The documents under `test/fixtures/rules/<code>/` that rules are tested with.
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
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { LintOptions } from '../../server/src/lint/lint.ts';
import type { Finding } from '../../server/src/lint/rule.ts';
import { lintText } from './sheets.ts';

const root = new URL('../fixtures/rules/', import.meta.url);

/** What a sheet of a few lines, made up for another rule, always lacks. */
const SMALL = ['missing-answer', 'missing-field', 'unexplained-answer', 'unrelated-reference'];

export interface Want {
  line: number;
  code: string;
  text?: string;
}

export interface Fixture {
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
export function compare(fixture: Fixture): { unwanted: string[]; missing: string[] } {
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

export interface FixCase {
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

/** @returns the names of what is in a rule's folder */
export function files(code: string): string[] {
  const folder = new URL(`${code}/`, root);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

const read = (code: string, file: string): string => readFileSync(new URL(`${code}/${file}`, root), 'utf8');

/** @returns the codes that have fixtures, sorted */
export function codesWithFixtures(): string[] {
  return readdirSync(root).sort();
}

/** @returns the sheets of a rule's folder */
export function sheets(code: string): { name: string; fixture: Fixture }[] {
  return files(code).filter((file) => file.endsWith('.sds.yaml')).map((name) => ({ name, fixture: readFixture(code, read(code, name)) }));
}

/** @returns what the fixes of a rule do; `nth` of the rule's findings, from zero, is meant */
export function cases(code: string): (FixCase & { nth: number })[] {
  if (!files(code).includes('fixes.txt')) return [];
  return readFixes(read(code, 'fixes.txt')).map((one) => ({ ...one, nth: Number(one.flags.find((flag) => /^\d+$/.test(flag)) ?? 1) - 1 }));
}
