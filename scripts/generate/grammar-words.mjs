// The words of the dialect, of every installed form and of every guideline, as the grammar needs them.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

/**
 * @typedef {object} GrammarWords
 * @property {string[]} sheetKeys keys of the sheet itself
 * @property {string[]} answerKeys keys of an answer
 * @property {string[]} textKeys those of either whose value is text
 * @property {string} citesKey the key that cites remarks
 * @property {string} referencesKey the key that names guideline items
 * @property {string[]} options options of headings
 * @property {string[]} oddIds ids that are not digits and dots
 * @property {Record<Colour, string[]>} answers answer words by meaning
 * @property {string[]} noRemark words in place of a cited remark
 * @property {DialectData['punctuation']} punctuation full-width characters by what they are typed for
 * @property {GuidelineGrammar[]} references how each guideline's references are written
 *
 * @typedef {object} GuidelineGrammar
 * @property {Level[]} levels
 * @property {string} runningTextLevel
 * @property {string} range
 *
 * @typedef {{ name: string, pattern: string, separator: string }} Level
 * @typedef {'yes' | 'no' | 'inapplicable'} Colour
 * @typedef {import('../../server/src/catalogue/dialect.ts').DialectData} DialectData
 * @typedef {import('../../server/src/catalogue/form.ts').FormData} FormData
 */

/**
 * A meaning's colour: what opens a gate looks like a yes.
 * @type {Record<string, Colour>}
 */
const COLOUR = { open: 'yes', yes: 'yes', closed: 'no', no: 'no', inapplicable: 'inapplicable' };

/**
 * @param {string} folder the folder `schemas`
 * @returns {Promise<GrammarWords>}
 */
export async function readWords(folder) {
  const dialect = parse(await readFile(path.join(folder, 'dialect.yaml'), 'utf8'));
  const forms = await readAll(path.join(folder, 'forms'));
  const guidelines = await readAll(path.join(folder, 'guidelines'));
  return collectWords(dialect, forms, guidelines);
}

/** @param {string} folder */
async function readAll(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(names.map(async (name) => parse(await readFile(path.join(folder, name), 'utf8'))));
}

/**
 * @param {DialectData} dialect
 * @param {FormData[]} forms
 * @param {{ grammar: GuidelineGrammar }[]} guidelines
 * @returns {GrammarWords}
 */
export function collectWords(dialect, forms, guidelines) {
  const keysOf = (/** @type {Record<string, { key: string }>} */ part) => Object.values(part).map((entry) => entry.key);
  const headerKeys = forms.flatMap((form) => form.header.map((field) => field.key));
  const rows = forms.flatMap((form) => form.sections).flatMap((section) => section.rows);
  /** @type {Record<Colour, string[]>} */
  const answers = { yes: [], no: [], inapplicable: [] };
  for (const { word, meaning } of forms.flatMap((form) => Object.values(form.answers).flat())) {
    const colour = COLOUR[meaning];
    if (colour === undefined) throw new Error(`The answer ${word} has the unknown meaning ${meaning}.`);
    answers[colour].push(word);
  }
  return {
    sheetKeys: unique([...keysOf(dialect.sheet), ...headerKeys]),
    answerKeys: unique(keysOf(dialect.answer)),
    textKeys: unique([dialect.sheet.form.key, ...headerKeys, dialect.answer.remark.key, dialect.answer.provisional.key]),
    citesKey: dialect.answer.cites.key,
    referencesKey: dialect.answer.references.key,
    options: unique(rows.flatMap((row) => row.options ?? []).map((option) => option.key)),
    oddIds: unique(rows.map((row) => row.id).filter((id) => !/^[0-9]+(\.[0-9]+)*$/.test(id))),
    answers: { yes: unique(answers.yes), no: unique(answers.no), inapplicable: unique(answers.inapplicable) },
    noRemark: dialect.noRemark,
    punctuation: dialect.punctuation,
    references: guidelines.map((guideline) => guideline.grammar),
  };
}

/**
 * Sorted, so that the grammar does not change with the order of files; longer words before their beginnings.
 * @param {string[]} words
 */
function unique(words) {
  return [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
