import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { sortQuestions } from '../../server/src/edits/sort.ts';
import { insertRows } from '../../server/src/edits/rows.ts';
import { removeQuestions } from '../../server/src/edits/questions/remove.ts';
import { writeQuestions, type WriteOptions } from '../../server/src/edits/questions/write.ts';
import { newSheet } from '../../server/src/features/new-sheet.ts';
import { catalogue } from '../support/catalogue.ts';
import { answersOf, applyEdits, applyFix, lintText, sheet } from '../support/sheets.ts';

const form = catalogue().form('SDS-4.0')!;
const sample = readFileSync(new URL('../../samples/remote-maintenance.sds.yaml', import.meta.url), 'utf8');
const faulty = readFileSync(new URL('../../samples/inconsistent.sds.yaml', import.meta.url), 'utf8');

const HEAD = '様式: SDS-4.0\n';
const write = (text: string, options?: WriteOptions): string => applyEdits(text, writeQuestions(sheet(text), options).edits);
const remove = (text: string, within?: (at: number) => boolean): string => applyEdits(text, removeQuestions(sheet(text), within));
/** Edits of what stands below 回答, without the rest. */
const below = (edit: (text: string) => string) => (answers: string): string => {
  const text = edit(`${HEAD}回答:\n${answers}`);
  assert.ok(text.startsWith(`${HEAD}回答:\n`), text);
  return text.slice(`${HEAD}回答:\n`.length);
};
const written = below((text) => write(text));
const refreshed = below((text) => write(text, { refresh: true }));

const TITLE = '  #= 組織的安全管理対策 (体制、運用管理規程)(6.3)\n';
const THREE = `  ${question('3')}\n`;
const FOUR = `  ${question('4')}\n`;
const FIVE = `  ${question('5')}\n`;

function question(id: string): string {
  const { refs, text } = form.row(id)!;
  return `#? ${[...refs, text].join(' ')}`;
}

describe('Question comments', () => {
  it('stand above their rows and their section', () => {
    assert.equal(written('  3: はい\n  4: いいえ # 理由\n'), `${TITLE}${THREE}  3: はい\n${FOUR}  4: いいえ # 理由\n`);
  });

  it('stand above options, and keep the document\'s own indentation', () => {
    assert.equal(written('    17.1:\n        記憶: はい\n').split('\n').slice(1).join('\n'), `    ${question('17.1')}\n    17.1:\n        ${question('17.1/記憶')}\n        記憶: はい\n`);
  });

  it('are written once', () => {
    const once = write(sample);
    assert.equal(write(once), once);
    assert.equal(write(once, { refresh: true }), once);
    assert.deepEqual(writeQuestions(sheet(once)), { edits: [], added: 0, changed: 0, removed: 0 });
  });

  it('leave nothing behind when they are removed', () => {
    for (const text of [sample, faulty, sample.replaceAll('\n', '\r\n'), `\ufeff${sample.trimEnd()}`]) assert.equal(remove(write(text)), text);
  });

  it('are those that a new sheet has', () => {
    const made = newSheet(catalogue(), form, { header: {}, answers: { 1: '非該当' } });
    assert.equal(write(made), made);
    assert.equal(write(remove(made)).replace(/\n\n/g, '\n'), made.replace(/\n\n/g, '\n'));
  });

  it('are counted', () => {
    const { added, changed, removed } = writeQuestions(sheet(`${HEAD}回答:\n${TITLE}  #? 古い文\n  3: はい\n  4: はい\n  #? 余り\n備考記載欄:\n`));
    assert.deepEqual({ added, changed, removed }, { added: 1, changed: 1, removed: 1 });
  });

  it('stand below other comments and above what suppresses a finding', () => {
    assert.equal(written(`  # 体制\n\n  # 三\n  3: はい\n${FOUR}  # sds-disable-next-line spelling\n  4: はい\n`),
      `  # 体制\n\n  # 三\n${TITLE}${THREE}  3: はい\n${FOUR}  # sds-disable-next-line spelling\n  4: はい\n`);
  });
});

describe('Question comments that say something else', () => {
  it('are brought up to date in their place', () => {
    assert.equal(written(`  #= 古い題\n  #? 古い文\n  # 三\n  3: はい\n`), `${TITLE}${THREE}  # 三\n  3: はい\n`);
  });

  it('follow rows that were moved without them', () => {
    assert.equal(written(`${TITLE}${THREE}${FOUR}  4: はい\n  3: はい\n${FIVE}  5: はい\n`), `${TITLE}${FOUR}  4: はい\n${THREE}  3: はい\n${FIVE}  5: はい\n`);
  });

  it('go with a row that is gone', () => {
    assert.equal(written(`${TITLE}${THREE}${FOUR}  4: はい\n${FIVE}`), `${TITLE}${FOUR}  4: はい\n`);
  });

  it('stay above a key that the form does not have', () => {
    const text = `${TITLE}${THREE}  3: はい\n${FOUR}  4.9: はい\n`;
    assert.equal(written(text), text);
  });

  it('are not told from others without a form', () => {
    const text = `様式: X\n回答:\n${THREE}  3: はい\n  4: はい\n`;
    assert.equal(write(text), text);
    assert.equal(remove(text), `様式: X\n回答:\n  3: はい\n  4: はい\n`);
  });
});

describe('Refreshing question comments', () => {
  it('adds none to rows and sections that have none', () => {
    assert.equal(refreshed('  3: はい\n'), '  3: はい\n');
    assert.equal(refreshed(`  #? 古い文\n  3: はい\n  4: はい\n`), `${THREE}  3: はい\n  4: はい\n`);
    assert.equal(refreshed(`  #= 古い題\n  3: はい\n  4: はい\n`), `${TITLE}  3: はい\n  4: はい\n`);
  });

  it('follows rows that were moved without them', () => {
    assert.equal(refreshed(`${THREE}${FOUR}  4: はい\n  3: はい\n  5: はい\n`), `${FOUR}  4: はい\n${THREE}  3: はい\n  5: はい\n`);
  });
});

describe('Question comments of a selection', () => {
  /** The lines of the text that begin with these keys. */
  const at = (text: string, ...keys: string[]) => (line: number): boolean => keys.some((key) => text.split('\n')[line]?.trim().startsWith(`${key}:`));

  it('are written for its rows', () => {
    const text = `${HEAD}回答:\n  3: はい\n  4: はい\n  5: はい\n`;
    assert.equal(write(text, { within: at(text, '4') }), `${HEAD}回答:\n  3: はい\n${FOUR}  4: はい\n  5: はい\n`);
  });

  it('are removed from its rows', () => {
    const text = `${HEAD}回答:\n${TITLE}${THREE}  3: はい\n${FOUR}  4: はい\n`;
    assert.equal(remove(text, at(text, '4')), `${HEAD}回答:\n${TITLE}${THREE}  3: はい\n  4: はい\n`);
  });
});

describe('What is no question comment', () => {
  it('is never touched', () => {
    const text = `# 注\n${HEAD}回答:\n  3: はい #? 本当か\n  ＃? 全角\n  4:\n    回答: はい\n    備考文: |-\n      #? 本文\n    # 四の終わり\n  5: "はい\n    #? 引用"\n  17.1: { 記憶: はい,\n    #? 括弧の中\n    その他: いいえ }\n`;
    assert.equal(remove(text), text);
    assert.equal(remove(write(text)), text);
  });

  it('is what stands in braces', () => {
    for (const text of [`${HEAD}回答: { 3: はい, 4: はい }\n`, `${HEAD}回答: {\n  #? 三\n  3: はい }\n`, '']) {
      assert.equal(write(text), text);
      assert.equal(remove(text), text);
    }
  });
});

describe('Rows that are sorted, inserted and removed', () => {
  const sorted = below((text) => applyEdits(text, sortQuestions(sheet(text))));
  const inserted = (answers: string, ...ids: string[]): string => below((text) => applyEdits(text, insertRows(sheet(text), ids.map((id) => form.row(id)!))))(answers);

  it('take their questions along, and leave the title above their section', () => {
    assert.equal(sorted(`  #= 実践(6.2)\n  #? 二\n  2: はい\n\n${TITLE}${FOUR}  # 四\n  4: はい\n${THREE}  3: はい\n`),
      `  #= 実践(6.2)\n  #? 二\n  2: はい\n\n${TITLE}${THREE}  3: はい\n${FOUR}  # 四\n  4: はい\n`);
    assert.equal(sorted(`${TITLE}${FOUR}  4: はい\n\n  #= ISMS(6.2)\n  #? 二\n  2: はい\n${THREE}  3: はい`),
      `\n  #= ISMS(6.2)\n  #? 二\n  2: はい\n${TITLE}${THREE}  3: はい\n${FOUR}  4: はい`);
  });

  it('bring their questions where the sheet has them', () => {
    assert.equal(inserted(`${THREE}  3: はい\n${FIVE}  5: はい\n`, '4'), `${THREE}  3: はい\n${FOUR}  4:\n${FIVE}  5: はい\n`);
    assert.equal(inserted('  # 三\n  3: はい\n', '4'), '  # 三\n  3: はい\n  4:\n');
  });

  it('bring the title of a section that the sheet did not have, and come below one that it had', () => {
    assert.equal(inserted(`  2: はい\n\n  #= 物理的安全対策(6.4)\n  #? 十\n  10: はい\n`, '3', '4'),
      `  2: はい\n\n${TITLE}${THREE}  3:\n${FOUR}  4:\n\n  #= 物理的安全対策(6.4)\n  #? 十\n  10: はい\n`);
    assert.equal(inserted(`  2: はい\n${TITLE}  # 五\n  5: はい\n`, '3', '4'), `  2: はい\n${TITLE}  3:\n  4:\n  # 五\n  5: はい\n`);
  });

  it('bring the questions of options', () => {
    const [memory, body, two] = ['記憶', '生体認証', '2要素'].map((key) => `    ${question(`17.1/${key}`)}\n    ${key}:\n`) as [string, string, string];
    assert.equal(inserted(`${THREE}  3: はい\n`, '17.1/記憶', '17.1/2要素'), `${THREE}  3: はい\n  ${question('17.1')}\n  17.1:\n${memory}${two}`);
    assert.equal(inserted(`  #? 十七\n  17.1: # 認証\n    参照項番: 6.5\n${two}`, '17.1/記憶', '17.1/生体認証'), `  #? 十七\n  17.1: # 認証\n${memory}${body}    参照項番: 6.5\n${two}`);
    assert.equal(inserted(`  #? 十七\n  17.1:\n`, '17.1/記憶'), `  #? 十七\n  17.1:\n${memory}`);
  });

  it('are separated by commas where they are options in braces', () => {
    assert.equal(inserted('  17.1: {}\n', '17.1/2要素', '17.1/記憶'), '  17.1: { 記憶: , 2要素:  }\n');
    assert.equal(inserted('  17.1: { 記憶: はい, }\n', '17.1/生体認証', '17.1/2要素'), '  17.1: { 記憶: はい, 生体認証: , 2要素:  }\n');
    assert.equal(inserted('  17.1: { 記憶: はい }\n', '17.1/生体認証', '17.1/2要素'), '  17.1: { 記憶: はい, 生体認証: , 2要素:  }\n');
    assert.equal(inserted('  17.1: {\n    記憶: はい, # 一\n    その他: いいえ # 二\n  }\n', '17.1/生体認証'), '  17.1: {\n    記憶: はい, # 一\n    生体認証: ,\n    その他: いいえ # 二\n  }\n');
  });

  it('all missing rows of a sheet at once give what is written for all of them', () => {
    const made = newSheet(catalogue(), form, { header: {}, answers: {} });
    const few = made.replace(/^ +#\? .*\n +([^ ].*):\n/gm, (lines, key: string) => (['2', '5', '17.1', '生体認証', '40', '78'].includes(key) ? lines : ''))
      .replace(/\n(?: {2}#=.*\n)+(?=\n|$)/g, '');
    assert.equal(sheet(few).answers.length, 6);
    const absent = form.rows.filter((row) => row.kind !== 'heading' && !sheet(few).entryOf(row));
    const full = applyEdits(few, insertRows(sheet(few), absent));
    assert.equal(full, made);
    assert.equal(write(full), full);
  });

  it('go with their question when they stand twice', () => {
    const text = `${HEAD}回答:\n${THREE}  3: はい\n${THREE}  3: いいえ\n${FOUR}  4: はい\n`;
    const twice = lintText(text).find((finding) => finding.rule.code === 'duplicate-key')!;
    assert.equal(applyFix(text, twice), `${HEAD}回答:\n${THREE}  3: はい\n${FOUR}  4: はい\n`);
  });
});

describe('Question comments and what is found', () => {
  const found = (text: string): string[] => lintText(text, { profile: 'strict', today: '2024-01-01', severities: { 'unexplained-suppression': 'hint' } })
    .map(({ rule, span }) => `${rule.code} ${text.slice(span.start, span.end)}`);

  it('have nothing to do with each other', () => {
    for (const text of [sample, faulty]) assert.deepEqual(found(write(text)), found(text));
    const suppressed = `${HEAD}回答:\n  # sds-disable-next-line invalid-answer\n  3: ○\n`;
    assert.deepEqual(found(write(suppressed)), found(suppressed));
  });

  it('never change what a sheet says, and no other line, however it is broken', () => {
    const change = fc.record({ at: fc.nat(), remove: fc.nat({ max: 8 }), insert: fc.constantFrom('', '', '\n', '\n  ', '　', '：', '"', '[', '{', '|-\n', '#? x', '\n  #? x\n', '\n#= y\n', '\t', '\n---\n', '\r\n', '- ') });
    fc.assert(fc.property(fc.constantFrom(sample, write(sample), write(faulty)), fc.nat(), fc.array(change, { maxLength: 4 }), (whole, from, changes) => {
      const lines = whole.slice(whole.indexOf('回答:') + 4).split('\n');
      const part = lines.slice(from % lines.length, from % lines.length + 24).join('\n');
      const text = changes.reduce((result, { at, remove: length, insert }) => {
        const start = at % (result.length + 1);
        return result.slice(0, start) + insert + result.slice(start + length);
      }, `${HEAD}回答:\n${part}\n備考記載欄:\n  1: い\n`);
      const before = sheet(text);
      for (const edited of [write(text), write(text, { refresh: true }), remove(text)]) {
        if (!before.notices.some((notice) => notice.kind === 'syntax')) {
          const after = sheet(edited);
          assert.deepEqual(answersOf(after), answersOf(before));
          assert.deepEqual(after.remarks.map((remark) => remark.text?.value), before.remarks.map((remark) => remark.text?.value));
        }
        const others = (all: string): string => all.split(/\r\n|\r|\n/).filter((line) => !/^\s*#[?=]/.test(line)).join('\n').trimEnd();
        assert.equal(others(edited), others(text));
      }
      const once = write(text);
      assert.equal(write(once), once);
      const none = remove(text);
      assert.equal(remove(none), none);
    }), { numRuns: 300, seed: 20_231_004 });
  }).timeout(90_000);
});
