// What is measured beside this project: yaml-language-server with a JSON Schema of the form, and a server without features.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { Row } from '../../server/src/catalogue/form-index.ts';
import { rowsBelow, wordMeaning } from '../../server/src/catalogue/form-index.ts';
import { catalogue } from '../../test/support/catalogue.ts';

const YAML_LANGUAGE_SERVER = 'yaml-language-server@2.0.0';
const folder = fileURLToPath(new URL('../../.bench/', import.meta.url));

/** Installs yaml-language-server where nothing of the project sees it. @returns its program, unbundled as it comes */
export function yamlLanguageServer(): string {
  const program = path.join(folder, 'node_modules/yaml-language-server/bin/yaml-language-server');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder, YAML_LANGUAGE_SERVER], { stdio: 'inherit' });
  }
  return program;
}

/** @returns a server on the same library that keeps documents and can do nothing else: the floor */
export function bareServer(): string {
  const program = path.join(folder, 'bare-server.js');
  mkdirSync(folder, { recursive: true });
  buildSync({
    stdin: {
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      contents: `
        import { createConnection, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
        import { TextDocument } from 'vscode-languageserver-textdocument';
        const connection = createConnection(ProposedFeatures.all);
        const documents = new TextDocuments(TextDocument);
        connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
        documents.onDidChangeContent(({ document: { uri, version } }) => connection.sendDiagnostics({ uri, version, diagnostics: [] }));
        documents.listen(connection);
        connection.listen();`,
    },
    bundle: true, minify: true, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'], outfile: program, logLevel: 'error',
  });
  return program;
}

/** Writes a JSON Schema of the form whose gates are if and then. @returns its path */
export function schemaWithGates(): string {
  const form = catalogue().form('SDS-4.0')!;
  const keys = catalogue().dialect;
  const answer = (row: Row): object => {
    const words = { enum: row.words.map((word) => word.word) };
    if (row.kind === 'heading') return { type: 'object', properties: Object.fromEntries(row.options.map((option) => [option.key, answer(option)])) };
    return { anyOf: [words, { type: 'object', properties: { [keys.answer.word.key]: words, [keys.answer.remark.key]: { type: 'string' } } }] };
  };
  const questions = form.rows.filter((row) => row.kind !== 'option');
  const gates = questions.filter((row) => row.kind === 'gate' && rowsBelow(row).length > 0);
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    required: [keys.sheet.form.key, keys.sheet.answers.key],
    properties: {
      [keys.sheet.form.key]: { const: form.id },
      ...Object.fromEntries(form.header.map((field) => [field.key, {}])),
      [keys.sheet.answers.key]: {
        type: 'object',
        properties: Object.fromEntries(questions.map((row) => [row.id, { description: row.text, ...answer(row) }])),
        additionalProperties: false,
        allOf: gates.map((gate) => ({
          if: { required: [gate.id], properties: { [gate.id]: { const: wordMeaning(gate, 'closed')!.word } } },
          then: { properties: Object.fromEntries(rowsBelow(gate).map((row) => [row.id, { const: wordMeaning(row, 'inapplicable')?.word }])) },
        })),
      },
      [keys.sheet.remarks.key]: { type: 'object' },
      [keys.sheet.internal.key]: {},
    },
    additionalProperties: false,
  };
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'sds.schema.json');
  writeFileSync(file, JSON.stringify(schema));
  return file;
}
