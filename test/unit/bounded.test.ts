import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hash } from '../../server/src/text/hash.ts';
import { Bounded } from '../../server/src/workspace/bounded.ts';

describe('What is kept within bounds', () => {
  it('is what was last asked for', () => {
    const kept = new Bounded<string>(10);
    kept.set('a', 'A', 4);
    kept.set('b', 'B', 4);
    assert.equal(kept.get('a'), 'A');
    kept.set('c', 'C', 4);
    assert.deepEqual(['a', 'b', 'c'].map((key) => kept.get(key)), ['A', undefined, 'C']);
    kept.set('a', 'A2', 1);
    kept.set('d', 'D', 5);
    assert.deepEqual(['a', 'c', 'd'].map((key) => kept.get(key)), ['A2', 'C', 'D'], 'the weight of what was replaced is gone');
    kept.delete('c');
    kept.set('e', 'E', 4);
    assert.equal(kept.size, 3);
  });

  it('never weighs more than it may, and has nothing that weighs more alone', () => {
    const kept = new Bounded<number>(10);
    kept.set('a', 1, 5);
    kept.set('b', 2, 11);
    assert.deepEqual([kept.get('a'), kept.get('b')], [1, undefined]);
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 9 }))), (steps) => {
      const bounded = new Bounded<number>(10);
      const weights = new Map<string, number>();
      for (const [key, weight] of steps) {
        bounded.set(key, weight, weight);
        weights.set(key, weight);
      }
      const there = [...weights].filter(([key]) => bounded.get(key) !== undefined);
      assert.ok(there.reduce((sum, [, weight]) => sum + weight, 0) <= 10);
      if (steps.length > 0) assert.equal(bounded.get(steps.at(-1)![0]), steps.at(-1)![1]);
    }));
  });
});

describe('The hash of a text', () => {
  it('is the same for the same text, and not for others', () => {
    assert.equal(hash('開示書'), hash('開示書'));
    const texts = ['', ' ', 'a', 'b', 'ab', 'ba', '開示書', '開示', ...Array.from({ length: 20_000 }, (_, at) => `[{"line":${at}}]`)];
    assert.equal(new Set(texts.map(hash)).size, texts.length);
    fc.assert(fc.property(fc.string(), fc.string(), (one, other) => one === other || hash(one) !== hash(other)));
  });
});
