// Reads what ships under schemas/ and checks it against its JSON Schemas.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isNode, LineCounter, parseDocument } from 'yaml';

export const projectRoot = path.join(import.meta.dirname, '..', '..');

/**
 * @typedef {import('../../server/src/catalogue/catalogue.ts').CatalogueData} CatalogueData
 *
 * @typedef {object} ShippedData
 * @property {CatalogueData} data
 * @property {string[]} files every file that was read, absolute
 * @property {string[]} folders every folder whose new files would belong to it, absolute
 *
 * @typedef {(value: unknown) => { place: (string | number)[], text: string }[]} Check what is wrong with a value, and where
 */

/**
 * @param {string} [schemas] the folder `schemas`
 * @returns {Promise<ShippedData>}
 * @throws {Error} naming every file and place that is wrong
 */
export async function readShippedData(schemas = path.join(projectRoot, 'schemas')) {
  /** @type {string[]} */
  const problems = [];
  /** @type {string[]} */
  const files = [];
  /** @param {string} name */
  const textOf = (name) => {
    files.push(path.join(schemas, name));
    return readFile(path.join(schemas, name), 'utf8');
  };
  /**
   * @param {string} name
   * @param {string} schema
   */
  const folder = async (name, schema) => {
    const check = compile(JSON.parse(await textOf(schema)));
    const names = (await readdir(path.join(schemas, name))).filter((one) => one.endsWith('.yaml')).sort();
    return Promise.all(names.map(async (one) => parseChecked(await textOf(`${name}/${one}`), `schemas/${name}/${one}`, check, problems)));
  };
  /** @type {CatalogueData} */
  const data = {
    dialect: parseChecked(await textOf('dialect.yaml'), 'schemas/dialect.yaml', () => [], problems),
    forms: await folder('forms', 'form.schema.json'),
    guidelines: await folder('guidelines', 'guideline.schema.json'),
  };
  if (problems.length === 0) problems.push(...missingGuidelines(data));
  if (problems.length > 0) throw new Error(`The data under schemas/ is not valid.\n${problems.join('\n')}`);
  return { data, files, folders: ['forms', 'guidelines'].map((name) => path.join(schemas, name)) };
}

/**
 * @param {object} schema
 * @returns {Check}
 */
function compile(schema) {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (value) => {
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
      const detail = params['additionalProperty'] ?? params['allowedValues']?.join(', ') ?? params['allowedValue'];
      return { place: placeOf(instancePath), text: `${instancePath || '/'} ${message}${detail === undefined ? '' : ` (${detail})`}` };
    });
  };
}

/**
 * @param {string} text
 * @param {string} shown the file's name in messages
 * @param {Check} check
 * @param {string[]} problems takes what is wrong
 */
function parseChecked(text, shown, check, problems) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  /** @type {(offset: number, message: string) => void} */
  const report = (offset, message) => void problems.push(`${shown}:${lines.linePos(offset).line}: ${message}`);
  for (const error of document.errors) report(error.pos[0], error.message);
  if (document.errors.length > 0) return undefined;
  const value = document.toJS();
  for (const { place, text: message } of check(value)) {
    const node = place.length === 0 ? document.contents : document.getIn(place, true);
    report(isNode(node) ? (node.range?.[0] ?? 0) : 0, message);
  }
  return value;
}

/**
 * The keys and indices that a JSON pointer names.
 * @param {string} pointer
 */
function placeOf(pointer) {
  return pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^(?:0|[1-9][0-9]*)$/.test(part) ? Number(part) : part));
}

/** @param {CatalogueData} data */
function missingGuidelines({ forms, guidelines }) {
  const ids = guidelines.map((guideline) => guideline.id);
  return forms.filter((form) => !ids.includes(form.guideline.id))
    .map((form) => `The form ${form.id} is based on ${form.guideline.id}, which is not under schemas/guidelines/.`);
}
