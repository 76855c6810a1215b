import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = path.join(root, 'docs/schemastore');
const json = (name: string): unknown => JSON.parse(readFileSync(path.join(root, name), 'utf8'));
const manifest = json('package.json') as { contributes: { languages: { extensions: string[] }[] } };
const schema = json('schemas/sheet.schema.json') as { $schema: string; $id: string };
const entries = json('docs/schemastore/catalog.json') as { fileMatch: string[]; url: string }[];

/** What SchemaStore's catalogue takes. */
const URL_OF_SCHEMA = { type: 'string', format: 'uri', pattern: '^https://' };
const ENTRIES = {
  type: 'array',
  minItems: 1,
  maxItems: 1,
  items: {
    type: 'object',
    required: ['name', 'description', 'fileMatch', 'url'],
    additionalProperties: false,
    properties: {
      name: { type: 'string', minLength: 1 },
      description: { type: 'string', minLength: 1, not: { pattern: '[Ss]chema|\\n' } },
      fileMatch: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', not: { pattern: '\\\\' } } },
      url: URL_OF_SCHEMA,
      versions: { type: 'object', additionalProperties: URL_OF_SCHEMA },
    },
  },
};

/** As SchemaStore checks what it is given. */
const ajv = new Ajv({ strict: true });
formats.default(ajv);

describe('What SchemaStore is given', () => {
  const validate = ajv.compile(schema);

  it('is an entry in the format of its catalogue', () => {
    const isEntry = ajv.compile(ENTRIES);
    assert.ok(isEntry(entries), JSON.stringify(isEntry.errors));
  });

  it('matches the files of the language and nothing else', () => {
    const extensions = manifest.contributes.languages.flatMap((language) => language.extensions);
    assert.deepEqual(entries[0]!.fileMatch.toSorted(), extensions.map((extension) => `*${extension}`).sort());
  });

  it('is a schema of draft 7 that goes by the address in the entry, where it is', () => {
    assert.equal(schema.$schema, 'http://json-schema.org/draft-07/schema#');
    assert.equal(schema.$id, entries[0]!.url);
    assert.match(new URL(schema.$id).pathname, /^\/sds-authoring\/sds-authoring\/main\/schemas\/sheet\.schema\.json$/);
  });

  for (const [kind, expected] of [['test', true], ['negative_test', false]] as const) {
    const [place] = readdirSync(path.join(folder, kind));
    for (const name of readdirSync(path.join(folder, kind, place!))) {
      it(`${expected ? 'takes' : 'refuses'} ${name}`, () => {
        assert.equal(validate(parse(readFileSync(path.join(folder, kind, place!, name), 'utf8'))), expected, JSON.stringify(validate.errors));
      });
    }
  }

  it('refuses each for one mistake', () => {
    const seen = new Set<string>();
    for (const name of readdirSync(path.join(folder, 'negative_test/sds-sheet'))) {
      validate(parse(readFileSync(path.join(folder, 'negative_test/sds-sheet', name), 'utf8')));
      const places = new Set(validate.errors!.map(({ instancePath }) => instancePath).filter((at) => at !== ''));
      assert.ok(places.size <= 1 || [...places].every((at) => at.startsWith([...places].sort()[0]!)), `${name}: ${[...places].join(' ')}`);
      seen.add(JSON.stringify(validate.errors!.map(({ instancePath, keyword, params }) => [instancePath, keyword, params])));
    }
    assert.equal(seen.size, readdirSync(path.join(folder, 'negative_test/sds-sheet')).length, 'no two are refused for the same');
  });
});
