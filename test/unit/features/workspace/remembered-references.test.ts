import assert from 'node:assert/strict';
import { toRange } from '../../../../server/src/features/ranges.ts';
import { referencesIn } from '../../../../server/src/features/references.ts';
import { factsOf } from '../../../../server/src/features/workspace/facts.ts';
import { RememberedReferences } from '../../../../server/src/features/workspace/remembered-references.ts';
import { catalogue } from '../../../support/catalogue.ts';
import { HEAD } from '../../../support/cursor.ts';
import { sheet } from '../../../support/sheets.ts';

const target = { kind: 'item', guideline: 'mhlw-5.2', ids: ['6.11.C8'] } as const;
const remembered = (text: string, of = target): unknown => new RememberedReferences({ ...of, ids: [...of.ids] }).in(factsOf(sheet(text)), catalogue());

describe('References to an item by what is remembered of sheets', () => {
  const bodies: Record<string, [string, number]> = {
    'rows that cite it': ['  75: 該当\n  ７５: 該当\n  3: はい\n備考記載欄:\n  1: 6.5.C12 による\n', 2],
    'places that name it, or its parts': ['  3: { 回答: はい, 参照項番: [6.11.C8, 6.5.C12, 6.11.C8(1)] }\n備考記載欄:\n  1: 6.11.C8(1)～(3) による\n', 3],
    'comments, but not those of the tool': ['  #? 6.11.C8 リモート\n  75: 該当 # 6.11.C8 を見よ\n', 2],
    nothing: ['  3: はい\n', 0],
  };
  for (const [what, [body, count]] of Object.entries(bodies)) {
    it(`are the same as in the sheet itself: ${what}`, () => {
      const read = sheet(`${HEAD}回答:\n${body}`);
      const expected = referencesIn(read, { ...target, ids: [...target.ids] }, false).map((span) => toRange(read, span));
      assert.equal(expected.length, count);
      assert.deepEqual(remembered(`${HEAD}回答:\n${body}`), expected);
    });
  }

  it('are to be read where a sheet is broken', () => {
    assert.equal(remembered(`${HEAD}回答:\n  3: [はい\n`), undefined);
  });

  it('are none where another guideline holds, or none', () => {
    assert.deepEqual(remembered(`${HEAD}回答:\n  75: 該当\n`, { ...target, guideline: 'mhlw-6.0' as 'mhlw-5.2' }), []);
    assert.deepEqual(remembered('様式: なにか\n回答:\n  75: 該当\n'), []);
  });
});
