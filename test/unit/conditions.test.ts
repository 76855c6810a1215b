import assert from 'node:assert/strict';
import { applicabilityOf, type Applicability } from '../../server/src/conditions/applicability.ts';
import { and, type Tri } from '../../server/src/conditions/tri.ts';
import { catalogue } from '../support/catalogue.ts';
import { lintText, sheet } from '../support/sheets.ts';

const form = catalogue().form('SDS-4.0')!;
const row = (id: string): NonNullable<ReturnType<typeof form.row>> => {
  const found = form.row(id);
  assert.ok(found, id);
  return found;
};

/** A sheet with these answers, options written `17.1/記憶`. */
function textOf(answers: Record<string, string>): string {
  const lines: string[] = [];
  for (const [id, word] of Object.entries(answers)) {
    const [question, option] = id.split('/');
    if (option === undefined) lines.push(`  ${id}: ${word}`);
    else {
      if (!lines.includes(`  ${question}:`)) lines.push(`  ${question}:`);
      lines.push(`    ${option}: ${word}`);
    }
  }
  return `様式: SDS-4.0\n回答:\n${lines.join('\n')}\n`;
}

const judge = (answers: Record<string, string>): Applicability => applicabilityOf(sheet(textOf(answers)));
const applies = (answers: Record<string, string>, id: string): Tri => judge(answers).applies(row(id)).value;

/** Every row whose condition the contract states, and what the rows above it must say for it to apply. */
const GATES = ['1', '51', '53', '59', '60', '61', '62', '63', '75', '77', '78'];

type Case = [rows: string[], answers: Record<string, string>, expected: Tri];

const PARENTS: Case[] = [
  [['12.1', '12.2'], { 12: 'いいえ' }, false],
  [['12.1', '12.2'], { 12: '対象外' }, false],
  [['12.1'], { 12: 'はい' }, true],
  [['12.1', '12.2'], {}, undefined],
  [['12.2'], { 12: 'はい', 12.1: 'はい' }, true],
  [['12.2'], { 12: 'はい', 12.1: 'いいえ' }, false],
  [['12.2'], { 12: 'はい', 12.1: '対象外' }, false],
  [['12.2'], { 12: 'はい' }, undefined],
  [['12.2'], { 12: 'いいえ', 12.1: 'いいえ' }, false],
  [['17.1', '17.1/記憶', '17.1/その他', '17.2'], { 17: 'はい' }, true],
  [['17.1', '17.1/記憶', '17.1/その他', '17.1.1', '17.1.1.5', '17.2'], { 17: 'いいえ' }, false],
  [['17.1', '17.1/記憶', '17.1/その他', '17.1.1', '17.1.1.5', '17.2'], { 17: '対象外' }, false],
  [['17.1', '17.1/記憶', '17.1.1', '17.1.1.1', '17.2'], {}, undefined],
  [['17.1.1'], { 17: 'はい', '17.1/記憶': 'はい', '17.1/2要素': 'いいえ' }, true],
  [['17.1.1'], { 17: 'はい', '17.1/記憶': 'はい', '17.1/2要素': 'はい' }, true],
  [['17.1.1', '17.1.1.1', '17.1.1.5'], { 17: 'はい', '17.1/記憶': 'いいえ', '17.1/2要素': 'いいえ' }, false],
  [['17.1.1', '17.1.1.1'], { 17: 'はい', '17.1/記憶': '対象外', '17.1/2要素': '対象外' }, false],
  [['17.1.1', '17.1.1.1'], { 17: 'はい', '17.1/記憶': 'いいえ', '17.1/2要素': 'はい' }, undefined],
  [['17.1.1'], { 17: 'はい', '17.1/記憶': 'いいえ' }, undefined],
  [['17.1.1'], { 17: 'はい', '17.1/2要素': 'いいえ' }, undefined],
  [['17.1.1.1', '17.1.1.2', '17.1.1.3', '17.1.1.4', '17.1.1.5'], { 17: 'はい', '17.1/記憶': 'はい', '17.1.1': 'いいえ' }, true],
  [['17.1.1.1', '17.1.1.2', '17.1.1.3', '17.1.1.4', '17.1.1.5'], { 17: 'はい', '17.1/記憶': 'はい', '17.1.1': '対象外' }, false],
  [['17.1.1.1'], { 17: 'はい', '17.1/記憶': 'はい' }, undefined],
  [['17.3.1', '17.3.2'], { 17.3: 'はい' }, true],
  [['17.3.1', '17.3.2'], { 17.3: 'いいえ' }, false],
  [['17.3.1', '17.3.2'], { 17.3: '対象外' }, false],
  [['23.1', '23.2', '23.3'], { 23: 'はい' }, true],
  [['23.1', '23.2', '23.3'], { 23: 'いいえ' }, true],
  [['23.1', '23.2', '23.3'], { 23: '対象外' }, false],
  [['32.1', '32.2', '32.3'], { 32: 'はい' }, true],
  [['32.1', '32.2', '32.3'], { 32: 'いいえ' }, false],
  [['43.1'], { 43: 'いいえ' }, true],
  [['43.1'], { 43: '対象外' }, false],
  [['57.1', '57.2', '57.3'], { 57: 'はい' }, true],
  [['57.1', '57.2', '57.3'], { 57: 'いいえ' }, false],
  [['58.1', '58.3'], { 58: 'はい' }, true],
  [['58.1', '58.2', '58.3'], { 58: '対象外' }, false],
  [['58.2'], { 58: 'はい', 58.1: 'はい' }, true],
  [['58.2'], { 58: 'はい', 58.1: 'いいえ' }, false],
  [['77.3'], { 77: '該当', 77.2: 'はい' }, true],
  [['77.3'], { 77: '該当', 77.2: 'いいえ' }, false],
  [['77.3'], { 77: '該当' }, undefined],
  [['78.2.1'], { 78: '該当', 78.2: 'はい' }, true],
  [['78.2.1'], { 78: '該当', 78.2: '対象外' }, false],
  // Numbered below, but standing on their own.
  [['17.3'], { 17: 'いいえ' }, true],
  [['57.4'], { 57: 'いいえ' }, true],
];

const FALLBACKS: Case[] = [
  [['17.3.3'], { 17.3: 'はい', '17.3.2': 'いいえ' }, true],
  [['17.3.3'], { 17.3: 'はい', '17.3.2': 'はい' }, false],
  [['17.3.3'], { 17.3: 'はい', '17.3.2': '対象外' }, false],
  [['17.3.3'], { 17.3: 'はい' }, undefined],
  [['17.3.3'], { 17.3: 'いいえ', '17.3.2': 'いいえ' }, false],
  [['17.4'], { 17.3: 'いいえ' }, true],
  [['17.4'], { 17.3: 'はい' }, false],
  [['17.4'], { 17.3: '対象外' }, false],
  [['17.4'], {}, undefined],
];

describe('and', () => {
  it('knows three values', () => {
    const table: [Tri[], Tri][] = [
      [[], true], [[true, true], true], [[true, false], false], [[undefined, false], false], [[false, undefined], false], [[true, undefined], undefined], [[undefined], undefined],
    ];
    for (const [values, expected] of table) assert.equal(and(values), expected);
  });
});

describe('gates', () => {
  it('are the ones of the contract', () => {
    assert.deepEqual(form.rows.filter((one) => one.kind === 'gate').map((one) => one.id), GATES);
  });

  const below = (id: string): string[] => form.rows.filter((one) => one.id.startsWith(`${id}.`)).map((one) => one.id);

  for (const gate of GATES) {
    it(`${gate} rules every row below it`, () => {
      assert.ok(below(gate).length > 0);
      for (const id of below(gate)) {
        const closed = judge({ [gate]: '非該当' }).applies(row(id));
        assert.equal(closed.value, false, id);
        assert.equal(closed.cause?.part, 'gate', id);
        assert.deepEqual(closed.cause?.rows.map((one) => one.id), [gate], id);
        assert.equal(applies({}, id), undefined, id);
        assert.equal(applies({ [gate]: 'はい' }, id), undefined, `${id}: an invalid gate says nothing`);
        const conditional = ['77.3', '78.2.1'].includes(id);
        assert.equal(applies({ [gate]: '該当' }, id), conditional ? undefined : true, id);
      }
    });
  }

  it('win over the condition of a row further down', () => {
    for (const [gate, parent, id] of [['77', '77.2', '77.3'], ['78', '78.2', '78.2.1']] as const) {
      for (const word of ['はい', 'いいえ', '対象外', '○']) {
        const verdict = judge({ [gate]: '非該当', [parent]: word }).applies(row(id));
        assert.deepEqual([verdict.value, verdict.cause?.part], [false, 'gate'], `${id}, ${word}`);
      }
    }
  });
});

for (const [what, cases] of [['parents', PARENTS], ['fallbacks', FALLBACKS]] as const) {
  describe(what, () => {
    for (const [ids, answers, expected] of cases) {
      it(`${ids.join(' ')} with ${JSON.stringify(answers)}: ${expected ?? 'unknown'}`, () => {
        for (const id of ids) assert.equal(applies(answers, id), expected, id);
      });
    }
  });
}

describe('every other row', () => {
  it('applies to every sheet', () => {
    const conditional = new Set([...PARENTS, ...FALLBACKS].flatMap(([ids]) => ids));
    for (const one of form.rows) {
      const gated = GATES.some((gate) => one.id.startsWith(`${gate}.`));
      if (!gated && !conditional.has(one.id) && one.parent?.id !== '17.1') assert.equal(applies({}, one.id), true, one.id);
    }
  });

  it('is covered by the tables here', () => {
    const tested = new Set([...PARENTS, ...FALLBACKS].flatMap(([ids]) => ids));
    for (const condition of form.data.conditions) for (const id of condition.rows) assert.ok(tested.has(id), id);
  });
});

describe('the part that decides', () => {
  it('is a failed parent rather than a fallback', () => {
    const verdict = judge({ 17.3: 'いいえ', '17.3.2': 'はい' }).applies(row('17.3.3'));
    assert.deepEqual([verdict.cause?.part, verdict.cause?.rows.map((one) => one.id)], ['parent', ['17.3']]);
  });

  it('is the fallback where it alone fails', () => {
    assert.equal(judge({ 17.3: 'はい', '17.3.2': 'はい' }).applies(row('17.3.3')).cause?.part, 'fallback');
    assert.equal(judge({ 17.3: 'はい' }).applies(row('17.4')).cause?.part, 'fallback');
  });

  it('is the outermost row for those below', () => {
    const verdict = judge({ 17: 'いいえ', '17.1.1': '対象外' }).applies(row('17.1.1.1'));
    assert.deepEqual([verdict.cause?.part, verdict.cause?.at.id, verdict.cause?.rows.map((one) => one.id)], ['parent', '17.1', ['17']]);
  });
});

describe('an answer that nobody can rely on', () => {
  const unknown: [string, string][] = [
    ['is missing', ''],
    ['is empty', '  12:\n'],
    ['is empty between quotes', '  12: ""\n'],
    ['is a map without an answer', '  12: { 備考文: い }\n'],
    ['is invalid', '  12: ○\n'],
    ['is a list', '  12: [はい]\n'],
    ['is given twice', '  12: はい\n  12: はい\n'],
    ['is given twice, in two spellings', '  12: はい\n  １２: いいえ\n'],
    ['is given twice, once empty', '  12: はい\n  12:\n'],
  ];
  for (const [what, lines] of unknown) {
    it(`is unknown to other rows when it ${what}`, () => {
      const verdicts = applicabilityOf(sheet(`様式: SDS-4.0\n回答:\n${lines}  12.1: はい\n`));
      assert.equal(verdicts.applies(row('12.1')).value, undefined);
      assert.equal(verdicts.applies(row('12.2')).value, undefined);
      const other = applicabilityOf(sheet(`様式: SDS-4.0\n回答:\n${lines.replaceAll('12', '1').replaceAll('１２', '１').replaceAll('はい', '該当').replaceAll('いいえ', '非該当')}  1.1: はい\n`));
      assert.equal(other.applies(row('1.1')).value, undefined);
    });
  }

  it('is unknown when it is contradictory, to all but its own descendants', () => {
    const answers = { 58: 'いいえ', 58.1: 'はい' };
    assert.equal(judge(answers).reliable(row('58.1')), undefined);
    assert.equal(applies(answers, '58.1'), false);
    assert.equal(applies(answers, '58.2'), false, '58 alone decides');
  });

  it('follows its ancestors: rows below a contradictory one do not apply', () => {
    assert.equal(applies({ 17: 'いいえ', '17.1/記憶': 'はい', '17.1.1': 'はい' }, '17.1.1'), false);
    assert.equal(applies({ 17: 'いいえ', '17.1/記憶': 'はい', '17.1.1': 'はい' }, '17.1.1.1'), false);
    assert.equal(applies({ 78: '非該当', 78.2: 'はい' }, '78.2.1'), false);
  });

  it('is contradictory as いいえ below a closed gate, but not below いいえ', () => {
    assert.equal(judge({ 77: '非該当', 77.1: 'いいえ' }).contradicts(row('77.1')), true);
    assert.equal(judge({ 77: '非該当', 77.1: '対象外' }).contradicts(row('77.1')), false);
    assert.equal(judge({ 12: 'いいえ', 12.1: 'いいえ' }).contradicts(row('12.1')), false);
    assert.equal(judge({ 12: 'いいえ', 12.1: 'はい' }).contradicts(row('12.1')), true);
    assert.equal(judge({ 17.3: 'はい', 17.4: 'はい' }).contradicts(row('17.4')), true);
    assert.equal(judge({ 77.1: 'はい' }).contradicts(row('77.1')), false);
  });

  it('makes no other row missing or contradictory', () => {
    const findings = lintText('様式: SDS-4.0\n回答:\n  12: ○\n  12.1: はい\n  12.2:\n  17: ○\n  17.1:\n    記憶: はい\n  51:\n  51.1: はい\n  51.2:\n');
    const concerned = findings.filter((finding) => finding.rows.some((id) => /^(?:12\.|17\.1|17\.2|51\.)/.test(id)));
    assert.deepEqual(concerned.filter((finding) => ['missing-answer', 'inconsistent-answer', 'parent-mismatch', 'inapplicable-answer'].includes(finding.rule.code)).map((finding) => finding.rows), []);
  });
});

describe('effective answers', () => {
  it('are 対象外 for omitted rows that do not apply', () => {
    const verdicts = judge({ 12: 'いいえ', 1: '非該当', 12.2: '""' });
    assert.equal(verdicts.effective(row('12.1')), '対象外');
    assert.equal(verdicts.effective(row('12.2')), '対象外');
    assert.equal(verdicts.effective(row('1.1')), '対象外');
    assert.equal(verdicts.effective(row('2')), undefined);
    assert.equal(verdicts.effective(row('12')), 'いいえ');
  });

  it('count for the rows that hang on an omitted one', () => {
    assert.equal(applies({ 17: 'はい', '17.1/記憶': 'いいえ', '17.1/2要素': 'いいえ' }, '17.1.1.1'), false);
    assert.equal(applies({ 17.3: 'いいえ' }, '17.3.3'), false);
  });

  it('are read from maps and in any spelling', () => {
    assert.equal(applies({ 12: '{ 回答: は い, 備考文: い }' }, '12.1'), true);
    assert.equal(applies({ 1: '非 該 当' }, '1.1'), false);
  });
});

describe('without a form', () => {
  it('nothing is known', () => {
    const verdicts = applicabilityOf(sheet('回答:\n  1: 非該当\n'));
    assert.equal(verdicts.applies(row('1.1')).value, undefined);
    assert.equal(verdicts.effective(row('1')), undefined);
  });
});
