// The settings in package.json that choose how severe each rule is, and their descriptions in package.nls.json and
// package.nls.ja.json. Everything else in these files is written by hand and stays as it is.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { rules } from '../../server/src/rules/index.ts';
import { projectRoot } from '../build/shipped-data.mjs';
import { NO_CONFORMITY, SETTINGS, SEVERITY } from './rule-words.mjs';

/**
 * @typedef {import('./rule-words.mjs').Locale} Locale
 * @typedef {Record<string, unknown>} Json
 */

/** What package.json's texts are called that belong to this generator. */
const OWN_KEY = /^configuration\.(?:title$|profile\b|rules\b)/;

/** @returns {Promise<{ path: string, content: string }[]>} */
export async function generate() {
  return [
    { path: 'package.json', content: withConfiguration(await textOf('package.json')) },
    { path: 'package.nls.json', content: withTexts(await textOf('package.nls.json'), texts('en')) },
    { path: 'package.nls.ja.json', content: withTexts(await textOf('package.nls.ja.json'), texts('ja')) },
  ];
}

/** @param {string} name */
function textOf(name) {
  return readFile(path.join(projectRoot, name), 'utf8');
}

/** @type {Record<string, Json>} */
const PROPERTIES = {
  'sds.profile': {
    type: 'string', enum: ['default', 'strict'], enumDescriptions: ['%configuration.profile.default%', '%configuration.profile.strict%'],
    default: 'default', markdownDescription: '%configuration.profile%', scope: 'resource', order: 1,
  },
  'sds.rules': {
    type: 'object',
    properties: Object.fromEntries(rules.map(({ code }) => [code, {
      type: 'string', enum: SETTINGS, description: `%configuration.rules.${code}%`,
    }])),
    additionalProperties: false, default: {}, markdownDescription: '%configuration.rules%', scope: 'resource', order: 2,
  },
};

/**
 * @param {Locale} locale
 * @returns {Record<string, string>}
 */
function texts(locale) {
  const ja = locale === 'ja';
  const names = SEVERITY[locale];
  return {
    'configuration.title': 'SDS',
    'configuration.profile': `${ja
      ? '診断の重大度のプロファイル。`.sds/config.yaml` に書かれていれば、そちらが優先されます。'
      : 'The set of severities. What `.sds/config.yaml` says comes first.'}${ja ? '' : ' '}${NO_CONFORMITY[locale]}`,
    'configuration.profile.default': ja ? '作成中の開示書のためのプロファイル' : 'For a sheet that is being written',
    'configuration.profile.strict': ja ? '社外に出す前の最終確認のためのプロファイル。未回答や要確認もエラーになります' : 'For the last check before a sheet leaves the house: missing and unconfirmed answers are errors too',
    'configuration.rules': ja
      ? '診断ごとの重大度。書かれていない診断は `#sds.profile#` に従います。`.sds/config.yaml` に書かれていれば、そちらが優先されます。'
      : 'The severity of each diagnostic. Those that are not named follow `#sds.profile#`. What `.sds/config.yaml` says comes first.',
    ...Object.fromEntries(rules.map(({ code, severity, docs }) => [`configuration.rules.${code}`, ja
      ? `${docs.ja.title}（既定: ${names[severity.default]}、strict: ${names[severity.strict]}）`
      : `${docs.en.title} (default: ${names[severity.default]}, strict: ${names[severity.strict]})`])),
  };
}

/** @param {string} text of package.json */
function withConfiguration(text) {
  const source = ts.parseJsonText('package.json', text);
  const contributes = member(source.statements[0]?.expression, 'contributes');
  if (!contributes || !ts.isObjectLiteralExpression(contributes)) throw new Error('package.json contributes nothing.');
  const present = member(contributes, 'configuration');
  /** @type {{ properties?: Record<string, Json> }} */
  const before = present ? JSON.parse(present.getText(source)) : {};
  const others = Object.entries(before.properties ?? {}).filter(([name]) => !(name in PROPERTIES));
  const configuration = { title: '%configuration.title%', properties: { ...PROPERTIES, ...Object.fromEntries(others) } };
  const written = JSON.stringify(configuration, null, 2).replaceAll('\n', '\n    ');
  if (present) return text.slice(0, present.getStart(source)) + written + text.slice(present.end);
  const start = contributes.getStart(source) + 1;
  return `${text.slice(0, start)}\n    "configuration": ${written}${contributes.properties.length > 0 ? ',' : '\n  '}${text.slice(start)}`;
}

/**
 * @param {import('typescript').Node | undefined} node
 * @param {string} name
 * @returns {import('typescript').Expression | undefined}
 */
function member(node, name) {
  if (!node || !ts.isObjectLiteralExpression(node)) return undefined;
  const property = node.properties.find((one) => one.name && ts.isStringLiteral(one.name) && one.name.text === name);
  return property && ts.isPropertyAssignment(property) ? property.initializer : undefined;
}

/**
 * @param {string} text of a file of texts
 * @param {Record<string, string>} own put where the first of them stood, or at the end
 */
function withTexts(text, own) {
  const entries = Object.entries(JSON.parse(text));
  const at = entries.findIndex(([key]) => OWN_KEY.test(key));
  const rest = (/** @type {[string, unknown][]} */ some) => some.filter(([key]) => !OWN_KEY.test(key));
  const [head, tail] = at < 0 ? [entries, []] : [entries.slice(0, at), entries.slice(at)];
  return `${JSON.stringify(Object.fromEntries([...rest(head), ...Object.entries(own), ...rest(tail)]), null, 2)}\n`;
}
