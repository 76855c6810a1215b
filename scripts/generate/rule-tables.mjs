// The table of the rules in README.md and README.ja.md, between its markers; the rest of these files is written by hand.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { rules } from '../../server/src/rules/index.ts';
import { projectRoot } from '../build/shipped-data.mjs';
import { exampleFixes } from './rule-examples.mjs';
import { SEVERITY, table } from './rule-words.mjs';

/**
 * @typedef {import('./rule-words.mjs').Locale} Locale
 * @typedef {import('./rule-examples.mjs').ShownFix} ShownFix
 */

const BEGIN = '<!-- rules:begin -->';
const END = '<!-- rules:end -->';

/** @returns {Promise<{ path: string, content: string }[]>} */
export async function generate() {
  const fixes = await exampleFixes();
  return [await readme('README.md', 'en', fixes), await readme('README.ja.md', 'ja', fixes)];
}

/**
 * @param {string} name
 * @param {Locale} locale
 * @param {Map<string, ShownFix[]>} fixes
 */
async function readme(name, locale, fixes) {
  const text = await readFile(path.join(projectRoot, name), 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${name} has no place for the table of the rules: ${BEGIN} … ${END}.`);
  return { path: name, content: `${text.slice(0, begin)}${BEGIN}\n${ruleTable(locale, fixes, 'docs/rules/')}\n${text.slice(end)}` };
}

/** @type {Record<Locale, Record<'head' | 'fixes', string[]>>} */
const WORDS = {
  ja: { head: ['コード', '指摘するもの', '既定', '`strict`', '修正'], fixes: ['', 'あり', '**安全**'] },
  en: { head: ['code', 'reports', 'default', '`strict`', 'fixes'], fixes: ['', 'yes', '**safe**'] },
};

/**
 * @param {Locale} locale
 * @param {Map<string, ShownFix[]>} fixes by code, on the rule's example
 * @param {string} folder of the pages, as links name it
 */
export function ruleTable(locale, fixes, folder) {
  const { head, fixes: kinds } = WORDS[locale];
  return table(head, rules.map(({ code, severity, docs }) => {
    const offered = fixes.get(code) ?? [];
    const kind = offered.length === 0 ? 0 : offered.some(({ safe }) => safe) ? 2 : 1;
    return [`[\`${code}\`](${folder}${code}.md)`, docs[locale].title, SEVERITY[locale][severity.default], SEVERITY[locale][severity.strict], kinds[kind] ?? ''];
  }));
}
