import assert from 'node:assert/strict';
import { createCatalogue } from '../../../server/src/catalogue/catalogue.ts';
import type { Guideline } from '../../../server/src/catalogue/guideline-index.ts';
import { triggerCharacters } from '../../../server/src/features/completion/complete.ts';
import { referenceToken } from '../../../server/src/features/reference-token.ts';
import { readGuideline } from '../../../server/src/workspace/data.ts';
import { catalogue, shippedData } from '../../support/catalogue.ts';
import { validators } from '../../support/validators.ts';
import { fixture } from '../../support/workspace.ts';

const shipped = catalogue().guidelines[0]!;
const invented = createCatalogue({ ...shippedData(), guidelines: [readGuideline(fixture('.sds/guidelines/model-2.yaml'), validators()).data!] }).guidelines[0]!;

/** The token around the cursor, which is written `|`. */
function tokenIn(marked: string, guideline: Guideline | undefined): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { start, end } = referenceToken(text, { start: 0, end: text.length }, offset, guideline);
  assert.ok(start <= offset && offset <= end);
  return text.slice(start, end);
}

describe('The token of a reference', () => {
  const numbers: Record<string, string> = {
    '|': '',
    '6.11.C|': '6.11.C',
    '6.11|.C8 による': '6.11.C8',
    'これは6.11.C8|である': '6.11.C8',
    '６．１１．Ｃ|': '６．１１．Ｃ',
    '6.5.C14(1)|': '6.5.C14(1)',
    '6.5.C14|(1)～(5)、': '6.5.C14(1)～(5)',
    '（6.11.C|）を': '6.11.C',
    '(6.11.C8|)': '6.11.C8',
    '（6.5.C14(4)|）': '6.5.C14(4)',
    '第6版の 8.|': '8.',
    '14(1|': '14(1',
    '管理 6.1|': '6.1',
  };
  for (const [marked, token] of Object.entries(numbers)) {
    it(`is "${token}" in "${marked}"`, () => {
      assert.equal(tokenIn(marked, shipped), token);
      if (!marked.includes('管理')) assert.equal(tokenIn(marked, undefined), token, 'also where the guideline is not known');
    });
  }

  const volumes: Record<string, string> = {
    '企画|': '企画',
    '企画管理編 7|': '企画管理編 7',
    '企画管理編　７|⑥': '企画管理編　７⑥',
    '情報の企画管理編 7|⑥のとおり': '企画管理編 7⑥',
    '管理は企画管理編 7②|～④による': '企画管理編 7②～④',
    '企画|管理編 7⑥ 管理する': '企画管理編 7⑥',
    '企画管理編 7| 管理する': '企画管理編 7',
    '（企画管理編 7⑥|）': '企画管理編 7⑥',
    '運用管理 |': '運用管理 ',
    '7|': '7',
  };
  for (const [marked, token] of Object.entries(volumes)) {
    it(`is "${token}" in "${marked}" for a guideline that has volumes`, () => assert.equal(tokenIn(marked, invented), token));
  }
});

describe('The characters that open the list', () => {
  it('are those of numbers, and of the items that ship', () => {
    const characters = triggerCharacters([shipped]);
    for (const character of '09.CcDd０９．ＣｃＤｄ') assert.ok(characters.includes(character), character);
    assert.ok(!characters.includes('A'));
    assert.ok(triggerCharacters([]).includes('7'));
    assert.ok(triggerCharacters([invented]).every((character) => character.length === 1));
  });
});
