import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { engineCase, runEngineCase, type EngineCase } from '../fuzz/engine.ts';
import { runs } from '../support/styled.ts';

const found = new URL('../fixtures/fuzz/', import.meta.url);

describe('The engine', () => {
  it('holds for texts made at random, wherever one asks', () => {
    fc.assert(fc.property(engineCase, runEngineCase), runs(150));
  }).timeout(120_000);

  for (const file of readdirSync(found).filter((name) => name.startsWith('engine-'))) {
    it(`holds for what was once found: ${file}`, () => runEngineCase(JSON.parse(readFileSync(new URL(file, found), 'utf8')) as EngineCase));
  }
});
