import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { FIXTURES, fixture } from '../support/workspace.ts';

const page = readFileSync(new URL('../../docs/new-form.md', import.meta.url), 'utf8');

describe('docs/new-form.md', () => {
  it('shows, piece by piece, the files that the tests use', () => {
    const shown = new Map<string, string>();
    for (const [, name = '', text = ''] of page.matchAll(/^```yaml (\S+)\n(.*?)^```$/gms)) shown.set(name, (shown.get(name) ?? '') + text);
    assert.deepEqual([...shown.keys()], [...FIXTURES]);
    for (const name of FIXTURES) assert.equal(shown.get(name), fixture(name), name);
  });

  it('says of every file that it is invented', () => {
    for (const name of FIXTURES) assert.match(fixture(name), /^# 架空の/, name);
  });
});
