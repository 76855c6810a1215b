import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import type { DialectData } from '../../server/src/catalogue/dialect.ts';
import type { AnswerWordData, FormData, TestData } from '../../server/src/catalogue/form.ts';
import { readTalk } from '../support/talk.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const source = read('schemas/forms/SDS-4.0.yaml');
const form = parse(source) as FormData;
const dialect = parse(read('schemas/dialect.yaml')) as DialectData;

interface FlatRow {
  id: string;
  kind: 'gate' | 'answer' | 'heading' | 'option';
  text: string;
  refs: string[];
  premise: string | undefined;
  remarkWhen: string[];
}

/** Every row in the form's order, options below their question. */
const rows: FlatRow[] = form.sections.flatMap((section) => section.rows).flatMap((row) => [
  { id: row.id, kind: row.kind, text: row.text, refs: row.refs, premise: row.premise, remarkWhen: row.remarkWhen ?? [] },
  ...(row.options ?? []).map((option): FlatRow => ({
    id: `${row.id}/${option.key}`,
    kind: 'option',
    text: option.text,
    refs: [],
    premise: option.premise,
    remarkWhen: option.remarkWhen ?? [],
  })),
]);
const byId = new Map(rows.map((row) => [row.id, row]));

const ofKind = (...kinds: FlatRow['kind'][]): FlatRow[] => rows.filter((row) => kinds.includes(row.kind));

/** The words that answer this row. */
function wordsOf(id: string): string[] {
  const kind = byId.get(id)?.kind;
  if (kind === undefined || kind === 'heading') return [];
  return form.answers[kind === 'gate' ? 'gate' : 'answer'].map((word) => word.word);
}

/** The tests of a list, with those that qualify them. */
function allTests(tests: TestData[] = []): TestData[] {
  return tests.flatMap((test) => [test, ...allTests(test.unknownWhen ? [test.unknownWhen] : [])]);
}

const conditionTests = form.conditions.flatMap((condition) => allTests([...(condition.parent ?? []), ...(condition.fallback ?? [])]));
const constraintTests = form.constraints.flatMap((constraint) => allTests(
  constraint.kind === 'agree' ? constraint.cases.flat() : constraint.when ? [constraint.when] : [],
));

/** As `meant` is compared: NFKC, lower case, no spaces, no trailing full stop. */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/gu, '').replace(/。$/u, '');

describe('schemas/form.schema.json', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(read('schemas/form.schema.json')) as object);
  /** A changed copy of the form; returns what the schema says of it. */
  const check = (change: (copy: FormData) => void): boolean => {
    const copy = structuredClone(form);
    change(copy);
    return validate(copy);
  };
  const firstRow = (copy: FormData): Record<string, unknown> => {
    const row = copy.sections[0]?.rows[0];
    assert.ok(row);
    return row as unknown as Record<string, unknown>;
  };

  it('accepts SDS-4.0', () => {
    assert.ok(validate(form), JSON.stringify(validate.errors, null, 2));
  });

  it('has room for another edition', () => {
    assert.ok(check((copy) => {
      copy.id = 'SDS-5.0';
      copy.supersedes = { id: 'SDS-4.0', rows: { '17.1/記憶': ['18.2/記憶', '18.3'], '1': [] } };
      firstRow(copy)['refs'] = ['企画管理編 7⑥', '企7章第⑥条'];
      firstRow(copy)['id'] = 'Ⅲ-4(2)';
    }), JSON.stringify(validate.errors, null, 2));
  });

  const rejected: Record<string, (copy: FormData) => void> = {
    'an unknown property': (copy) => { firstRow(copy)['title'] = 'x'; },
    'a number in place of an id': (copy) => { firstRow(copy)['id'] = 1; },
    'blanks at the end of a text': (copy) => { firstRow(copy)['text'] = '設問か？ '; },
    'a heading without options': (copy) => { firstRow(copy)['kind'] = 'heading'; },
    'options of a question': (copy) => { firstRow(copy)['options'] = [{ key: 'a', text: 'a', typed: [] }]; },
    'a condition without a test': (copy) => { copy.conditions.push({ rows: ['1'] }); },
    'a test with both is and isNot': (copy) => { copy.conditions.push({ rows: ['2'], parent: [{ row: '1', is: ['該当'], isNot: ['該当'] }] }); },
    'a gate that means yes': (copy) => { copy.answers.gate.push({ word: 'x', meaning: 'yes', typed: [], meant: [], description: { ja: 'x', en: 'x' } }); },
    'an unfolded way to mean a word': (copy) => { copy.answers.answer[0]?.meant.push('ＹＥＳ'); },
    'an unknown kind of constraint': (copy) => { copy.constraints.push({ ...copy.constraints[0], kind: 'atMost' } as never); },
  };
  for (const [what, change] of Object.entries(rejected)) {
    it(`rejects ${what}`, () => assert.equal(check(change), false));
  }
});

describe('the form SDS-4.0', () => {
  it('has as many sections and rows as the talk shows', () => {
    assert.equal(form.sections.length, 12);
    assert.equal(rows.length, 144);
    assert.equal(byId.size, 144);
    assert.equal(rows.filter((row) => /^\d+$/.test(row.id)).length, 78);
    assert.equal(ofKind('gate').length, 11);
    assert.equal(ofKind('answer', 'option').length, 132);
    assert.deepEqual(ofKind('option').map((row) => row.id), ['17.1/記憶', '17.1/生体認証', '17.1/物理媒体', '17.1/2要素', '17.1/その他']);
    assert.deepEqual(ofKind('heading').map((row) => row.id), ['17.1']);
    assert.deepEqual(ofKind('gate').map((row) => row.id), ['1', '51', '53', '59', '60', '61', '62', '63', '75', '77', '78']);
  });

  it('has no blanks at the ends of its lines', () => {
    assert.deepEqual(source.split('\n').filter((line) => /\s$/u.test(line)), []);
  });

  it('spells every reference canonically', () => {
    const canonical = /^\d+\.\d+(?:\.[CD]\d+(?:\(\d+\))?(?:～\(\d+\)|[a-z])?)?$/;
    assert.deepEqual(rows.flatMap((row) => row.refs).filter((reference) => !canonical.test(reference)), []);
    assert.deepEqual(ofKind('gate', 'answer', 'heading').filter((row) => row.refs.length === 0), []);
    assert.equal(rows.filter((row) => row.refs.some((reference) => reference.includes('～'))).length, 3);
  });

  it('demands a remark where the form asks for one', () => {
    assert.deepEqual(
      rows.filter((row) => row.remarkWhen.length > 0).map((row) => [row.id, row.remarkWhen]),
      [['17.1/2要素', ['はい']], ['17.1/その他', ['はい']]],
    );
    assert.ok(ofKind('option').every((row) => row.text.includes('備考に記入してください') === row.remarkWhen.length > 0));
  });

  it('names premises in the words of the question', () => {
    const premises = rows.flatMap((row) => (row.premise === undefined ? [] : [{ id: row.id, premise: row.premise, text: row.text }]));
    assert.deepEqual(premises.map(({ id }) => id), [
      '1.1', '1.2', '8', '17.1.1.1', '20', '21', '22', '23', '23.1', '30', '31', '34', '36', '43', '44', '46', '47', '48', '49', '50',
      '57.2', '57.3', '72', '78.2.1',
    ]);
    // 49 has no 場合 of its own.
    const added = new Map([['49', 'がある場合']]);
    for (const { id, premise, text } of premises) {
      const end = added.get(id) ?? '';
      assert.match(premise, /(?:場合|際)$/u, id);
      assert.ok(premise.endsWith(end), id);
      assert.ok(text.startsWith(premise.slice(0, premise.length - end.length)), id);
    }
  });

  it('says nothing about rows and words that it does not have', () => {
    const named = [
      ...form.conditions.flatMap((condition) => condition.rows),
      ...form.constraints.flatMap((constraint) => (constraint.kind === 'atLeast' ? constraint.rows : [])),
      ...[...conditionTests, ...constraintTests].map((test) => test.row),
      ...form.sections.flatMap((section) => section.notes ?? []).map((note) => note.above).filter((above) => above !== 'section'),
    ];
    assert.deepEqual(named.filter((id) => !byId.has(id)), []);
    for (const test of [...conditionTests, ...constraintTests]) {
      assert.deepEqual([...(test.is ?? []), ...(test.isNot ?? [])].filter((word) => !wordsOf(test.row).includes(word)), [], test.row);
    }
    for (const constraint of form.constraints) {
      if (constraint.kind !== 'atLeast') continue;
      for (const row of constraint.rows) assert.deepEqual(constraint.is.filter((word) => !wordsOf(row).includes(word)), [], row);
      assert.ok(constraint.count <= constraint.rows.length, constraint.id);
    }
    for (const row of rows) assert.deepEqual(row.remarkWhen.filter((word) => !wordsOf(row.id).includes(word)), [], row.id);
  });

  it('has one condition for a row at most, and one constraint of an id', () => {
    const conditioned = form.conditions.flatMap((condition) => condition.rows);
    assert.deepEqual(conditioned.filter((id, at) => conditioned.indexOf(id) !== at), []);
    const ids = form.constraints.map((constraint) => constraint.id);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(form.constraints.map((constraint) => constraint.kind), ['agree', 'agree', 'atLeast', 'atLeast', 'atLeast']);
  });

  it('lets no row depend on itself', () => {
    const uses = new Map<string, Set<string>>(rows.map((row) => [row.id, new Set<string>()]));
    for (const { id } of rows) {
      // An option depends on its question, a numbered row on the rows whose numbers its own begins with.
      const ancestors = id.includes('/')
        ? [id.slice(0, id.indexOf('/'))]
        : id.split('.').slice(0, -1).map((_, at, parts) => parts.slice(0, at + 1).join('.'));
      for (const ancestor of ancestors) if (byId.has(ancestor)) uses.get(id)?.add(ancestor);
    }
    for (const condition of form.conditions) {
      for (const id of condition.rows) {
        for (const test of allTests([...(condition.parent ?? []), ...(condition.fallback ?? [])])) uses.get(id)?.add(test.row);
      }
    }
    const done = new Set<string>();
    const visit = (id: string, path: string[]): void => {
      assert.ok(!path.includes(id), [...path, id].join(' → '));
      if (done.has(id)) return;
      for (const used of uses.get(id) ?? []) visit(used, [...path, id]);
      done.add(id);
    };
    for (const { id } of rows) visit(id, []);
    assert.equal(done.size, rows.length);
  });

  it('never mistakes one answer word for another', () => {
    for (const words of Object.values<AnswerWordData[]>(form.answers)) {
      const owners = new Map<string, string>(words.map((word) => [fold(word.word), word.word]));
      for (const word of words) {
        for (const meant of word.meant) {
          assert.equal(meant, fold(meant), `${meant} is not folded`);
          assert.equal(owners.get(meant), undefined, `${meant} means ${word.word} and ${owners.get(meant) ?? ''}`);
          owners.set(meant, word.word);
        }
      }
      const typed = words.flatMap((word) => word.typed);
      assert.deepEqual(typed.filter((item, at) => typed.indexOf(item) !== at), []);
      for (const word of words) {
        assert.deepEqual(word.typed.filter((item) => (owners.get(fold(item)) ?? word.word) !== word.word), [], word.word);
      }
    }
  });

  it('knows what people write in place of an answer', () => {
    const meaning = (kind: 'gate' | 'answer', written: string): string | undefined => form.answers[kind]
      .find((word) => word.word === fold(written) || word.meant.includes(fold(written)))?.word;
    const expected: ['gate' | 'answer', string, string][] = [
      ...['○', '〇', '◯', '✓', '✔', 'レ', 'ﾚ', 'yes', 'YES', 'y', 'ハイ', 'ﾊｲ', 'はい。', 'は い', '可', '有', 'あり', 'ある', 'done', 'true', 'ok']
        .map((written): ['answer', string, string] => ['answer', written, 'はい']),
      ...['×', '✕', 'no', 'NO', 'ノー', 'イイエ', '否', '無', 'なし', 'false', 'いいえ。']
        .map((written): ['answer', string, string] => ['answer', written, 'いいえ']),
      ...['N/A', 'NA', 'Ｎ/Ａ', 'Ｎ／Ａ', 'Not applicable', '-', 'ー', '－', '該当なし', '非該当', '対象外です', '対象外です。', '不要']
        .map((written): ['answer', string, string] => ['answer', written, '対象外']),
      ...['はい', '○', 'yes', '有', '対象'].map((written): ['gate', string, string] => ['gate', written, '該当']),
      ...['いいえ', '×', 'no', '無', '対象外', 'N/A', '－'].map((written): ['gate', string, string] => ['gate', written, '非該当']),
    ];
    for (const [kind, written, word] of expected) assert.equal(meaning(kind, written), word, `${written} as ${kind}`);
  });

  it('never mistakes one key for another', () => {
    const top = [...form.header, ...Object.values(dialect.sheet)].flatMap((key) => [fold(key.key), ...key.typed]);
    assert.deepEqual(top.filter((item, at) => top.indexOf(item) !== at), []);
    const options = form.sections.flatMap((section) => section.rows).flatMap((row) => row.options ?? [])
      .flatMap((option) => [fold(option.key), ...option.typed]);
    assert.deepEqual(options.filter((item, at) => options.indexOf(item) !== at), []);
  });

  it('says of every term what it is in English', () => {
    const options = form.sections.flatMap((section) => section.rows).flatMap((row) => row.options ?? []);
    const terms = [...Object.values<AnswerWordData[]>(form.answers).flat(), ...form.header, ...options, ...Object.values(dialect.sheet), ...Object.values(dialect.answer)];
    assert.deepEqual(terms.filter(({ gloss }) => !gloss?.en), []);
  });
});

describe('the form SDS-4.0 beside the talk', () => {
  const talk = readTalk();

  it('has the same title, guideline, header labels and disclaimer', () => {
    assert.equal(form.title, talk.title);
    assert.equal(form.guideline.caption, talk.caption);
    assert.deepEqual(form.header.filter((field) => field.inTable).map((field) => field.key), talk.header.map(({ label }) => label));
    assert.ok(form.header.every((field) => field.required === field.inTable));
    assert.equal(form.disclaimer, talk.disclaimer);
    assert.equal(form.labels.remarks, talk.remarksTitle);
  });

  it('has the same sections and notes', () => {
    // The layout spaces out one title between Japanese letters.
    const closeUp = (title: string): string => title.replace(/(?<=[\p{Script=Han}\p{Script=Hiragana}]) (?=[\p{Script=Han}\p{Script=Hiragana}])/gu, '');
    assert.equal(talk.sections.filter(({ title }) => closeUp(title) !== title).length, 1);
    assert.deepEqual(
      form.sections.map(({ ref, title, notes, rows: own }) => ({ ref, title, notes: notes ?? [], rows: own.map(({ id }) => id) })),
      talk.sections.map(({ ref, title, notes, rows: own }) => ({
        ref,
        title: closeUp(title),
        notes,
        rows: own.filter(({ kind }) => kind !== 'option').map(({ id }) => id),
      })),
    );
    assert.deepEqual(form.sections.flatMap(({ notes }) => notes ?? []).map(({ above }) => above), ['59', 'section']);
  });

  it('has the same 144 rows', () => {
    assert.equal(talk.rows.length, 144);
    const printedId = (row: FlatRow): string => (row.kind === 'option' ? `${row.id.slice(0, row.id.indexOf('/'))}/${row.text}` : row.id);
    assert.deepEqual(
      rows.map((row) => ({ id: printedId(row), kind: row.kind, text: row.text, refs: row.refs })),
      talk.rows.map(({ id, kind, text, refs }) => ({ id, kind, text, refs })),
    );
  });

  it('names every option by words of its text', () => {
    for (const row of ofKind('option')) assert.ok(row.text.includes(row.id.slice(row.id.indexOf('/') + 1)), row.id);
  });

  it('has the same answers and the same remark column', () => {
    for (const [at, row] of rows.entries()) {
      const printed = talk.rows[at];
      assert.deepEqual(printed?.words, wordsOf(row.id), row.id);
      assert.equal(printed?.remarkLabel, row.kind === 'heading' ? undefined : form.labels.remark, row.id);
    }
    assert.ok(talk.rows.some(({ remark }) => remark === form.labels.noRemark));
  });
});
