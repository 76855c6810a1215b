import assert from 'node:assert/strict';
import { cp, readFile, rm, writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readShippedData } from '../../scripts/build/shipped-data.mjs';
import { shippedData } from '../support/catalogue.ts';
import { root } from './fake-io.ts';

describe('The data that goes into the bundles', () => {
  let schemas = '';
  beforeEach(async () => {
    schemas = path.join(await mkdtemp(path.join(tmpdir(), 'sds-schemas-')), 'schemas');
    await cp(path.join(root, 'schemas'), schemas, { recursive: true });
  });
  afterEach(() => rm(path.dirname(schemas), { recursive: true, force: true }));

  const change = async (name: string, from: string, to: string): Promise<number> => {
    const file = path.join(schemas, name);
    const text = await readFile(file, 'utf8');
    assert.ok(text.includes(from));
    await writeFile(file, text.replace(from, to));
    return text.slice(0, text.indexOf(from)).split('\n').length;
  };

  it('is what is under schemas/', async () => {
    assert.deepEqual((await readShippedData(schemas)).data, shippedData());
    assert.deepEqual((await readShippedData()).data, shippedData());
  });

  it('names the file and the line of what its schema does not allow', async () => {
    const line = await change('forms/SDS-4.0.yaml', 'kind: gate', 'kind: gatte');
    await assert.rejects(readShippedData(schemas), (error: Error) => {
      assert.ok(error.message.includes(`schemas/forms/SDS-4.0.yaml:${line}: /sections/0/rows/0/kind must be equal to one of the allowed values (gate, answer, heading)`), error.message);
      return true;
    });
  });

  it('names the file and the line of what is no YAML', async () => {
    const line = await change('guidelines/mhlw-5.2.yaml', 'edition: "5.2"', 'edition: "5.2');
    await assert.rejects(readShippedData(schemas), new RegExp(`schemas/guidelines/mhlw-5\\.2\\.yaml:\\d+: `));
    assert.ok(line > 0);
  });

  it('misses a guideline that a form is based on', async () => {
    await change('forms/SDS-4.0.yaml', 'id: mhlw-5.2', 'id: mhlw-9');
    await assert.rejects(readShippedData(schemas), /SDS-4\.0 is based on mhlw-9/);
  });
});
