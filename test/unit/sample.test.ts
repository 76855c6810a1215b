import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { FormData } from '../../server/src/catalogue/form.ts';
import { readTalk } from '../support/talk.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

type Tree = string | null | Tree[] | { [key: string]: Tree };
type Fields = Record<string, Tree>;

const source = read('samples/remote-maintenance.sds.yaml');
/** Maps keep the order in which the sample is written. */
const sheet = parse(source, { schema: 'failsafe', mapAsMap: true }) as Map<string, unknown>;
const form = parse(read('schemas/forms/SDS-4.0.yaml')) as FormData;
const talk = readTalk();

/** The form's rows by their ids, in its order; the talk's rows stand in the same order. */
const rowIds = form.sections.flatMap((section) => section.rows)
  .flatMap((row) => [row.id, ...(row.options ?? []).map((option) => `${row.id}/${option.key}`)]);

interface Answer {
  word: string;
  fields: Fields;
}

function answerOf(value: unknown): Answer {
  if (typeof value === 'string') return { word: value, fields: {} };
  assert.ok(value instanceof Map);
  const fields = Object.fromEntries(value as Map<string, Tree>);
  const word = fields['回答'];
  assert.ok(typeof word === 'string');
  return { word, fields };
}

/** The sample's answers by row, options included, in the order in which they are written. */
const answers = new Map<string, Answer>();
for (const [id, value] of sheet.get('回答') as Map<string, unknown>) {
  if (form.sections.some((section) => section.rows.some((row) => row.id === id && row.kind === 'heading'))) {
    for (const [key, option] of value as Map<string, unknown>) answers.set(`${id}/${key}`, answerOf(option));
  } else {
    answers.set(id, answerOf(value));
  }
}

describe('samples/remote-maintenance.sds.yaml', () => {
  it("has the talk's header", () => {
    assert.equal(sheet.get('様式'), form.id);
    const asDate = (value: string): string => value.replace(
      /^(\d+)年(\d+)月(\d+)日$/,
      (_, year: string, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    );
    assert.deepEqual(
      form.header.filter((field) => field.inTable).map(({ key }) => [key, sheet.get(key)]),
      talk.header.map(({ label, value }) => [label, asDate(value)]),
    );
    assert.equal(sheet.get('想定システム'), talk.system);
    assert.deepEqual([...sheet.keys()].filter((key) => !form.header.some((field) => field.key === key)), ['様式', '回答', '備考記載欄']);
  });

  it("has the talk's seven remarks", () => {
    assert.equal(talk.remarks.size, 7);
    assert.deepEqual([...(sheet.get(form.labels.remarks) as Map<string, unknown>)], [...talk.remarks]);
  });

  it('cites remarks where the talk does, and nowhere else', () => {
    const printed = talk.rows.flatMap(({ remark }, at) => (remark === undefined || remark === form.labels.noRemark ? [] : [[rowIds[at], remark]]));
    assert.deepEqual(printed, [
      ['17.1/物理媒体', '1'], ['17.1/2要素', '2'], ['17.1.1.2', '3'], ['17.3.1', '5'], ['21', '7'], ['57', '6'],
    ]);
    assert.deepEqual([...answers].flatMap(([id, { fields }]) => (fields['備考'] === undefined ? [] : [[id, fields['備考']]])), printed);
    assert.ok([...answers.values()].every(({ fields }) => Object.keys(fields).every((key) => ['回答', '備考', '参照項番'].includes(key))));
  });

  it('has the three answers whose mark survived', () => {
    const marked = talk.rows.flatMap(({ marked: word }, at) => (word === undefined ? [] : [[rowIds[at], word]]));
    assert.deepEqual(marked, [['47', '対象外'], ['77', '非該当'], ['78', '非該当']]);
    for (const [id = '', word] of marked) assert.equal(answers.get(id)?.word, word, id);
  });

  it("answers in the form's order and words, leaving out only rows below closed gates", () => {
    const order = [...answers.keys()].map((id) => rowIds.indexOf(id));
    assert.deepEqual(order, order.toSorted((a, b) => a - b));
    assert.ok(!order.includes(-1));
    for (const [id, { word }] of answers) {
      assert.ok(talk.rows[rowIds.indexOf(id)]?.words.includes(word), `${id}: ${word}`);
    }
    const closed = [...answers].filter(([, { word }]) => word === '非該当').map(([id]) => id);
    const headings = ['17.1'];
    const left = rowIds.filter((id) => !answers.has(id) && !headings.includes(id));
    assert.deepEqual(left.filter((id) => !closed.some((gate) => id.startsWith(`${gate}.`))), []);
    assert.deepEqual([...answers.keys()].filter((id) => closed.some((gate) => id.startsWith(`${gate}.`))), []);
  });

  it('says at its top which answers are not from the talk', () => {
    const comment = source.slice(0, source.indexOf('様式:'));
    assert.match(comment, /47（対象外）、77 と 78（非該当）だけ/);
  });
});
