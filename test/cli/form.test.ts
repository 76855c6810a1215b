import assert from 'node:assert/strict';
import { shippedData } from '../support/catalogue.ts';
import { readTalk } from '../support/talk.ts';
import { sds } from './fake-io.ts';

interface PrintedForm {
  id: string;
  title: string;
  guideline: { edition: string; title: string };
  sections: { ref: string; title: string; notes: string[]; rows: { id: string; kind: string; text: string; refs: string[]; premise?: string }[] }[];
}

describe('sds form', () => {
  const talk = readTalk();
  const data = shippedData();
  const print = async (...args: string[]): Promise<PrintedForm> => JSON.parse((await sds(['form', 'SDS-4.0', '--format', 'json', ...args])).stdout);

  it("lists the talk's 144 rows", async () => {
    const rows = (await print()).sections.flatMap((section) => section.rows);
    assert.equal(rows.length, 144);
    const printedId = ({ id, kind, text }: { id: string; kind: string; text: string }): string => (kind === 'option' ? `${id.slice(0, id.indexOf('/'))}/${text}` : id);
    assert.deepEqual(
      rows.map((row) => ({ id: printedId(row), kind: row.kind, text: row.text, refs: row.refs })),
      talk.rows.map(({ id, kind, text, refs }) => ({ id, kind, text, refs })),
    );
  });

  it('says what the data says, in the order of the contract', async () => {
    const printed = await print();
    const form = data.forms.find(({ id }) => id === printed.id)!;
    const guideline = data.guidelines.find(({ id }) => id === form.guideline.id)!;
    assert.deepEqual(Object.keys(printed), ['id', 'title', 'guideline', 'sections']);
    assert.deepEqual(printed.guideline, { edition: guideline.edition, title: guideline.title });
    assert.deepEqual(Object.keys(printed.guideline), ['edition', 'title']);
    assert.deepEqual(printed.sections.map(({ ref, title, notes }) => ({ ref, title, notes })), form.sections.map(({ ref, title, notes = [] }) => ({ ref, title, notes: notes.map(({ text }) => text) })));
    for (const section of printed.sections) assert.deepEqual(Object.keys(section), ['ref', 'title', 'notes', 'rows']);
    const rows = printed.sections.flatMap((section) => section.rows);
    for (const row of rows) assert.deepEqual(Object.keys(row), ['id', 'kind', 'text', 'refs', ...('premise' in row ? ['premise'] : [])]);
    const premises = form.sections.flatMap((section) => section.rows).filter(({ premise }) => premise !== undefined);
    assert.deepEqual(rows.filter(({ premise }) => premise !== undefined).map(({ id, premise }) => [id, premise]), premises.map(({ id, premise }) => [id, premise]));
  });

  it('takes an id as people type it', async () => {
    assert.equal((await sds(['form', 'ＳＤＳ－4.0'])).stdout, (await sds(['form', 'SDS-4.0'])).stdout);
  });

  it('lists the installed forms', async () => {
    const { stdout } = await sds(['form']);
    for (const form of data.forms) assert.ok(stdout.includes(`${form.id}  ${form.title}`));
    const listed = JSON.parse((await sds(['form', '--format', 'json'])).stdout);
    assert.deepEqual(listed.map(({ id }: { id: string }) => id), data.forms.map(({ id }) => id));
  });

  it('prints the form for people, with every text of it', async () => {
    const { stdout } = await sds(['form', 'SDS-4.0']);
    const form = data.forms.find(({ id }) => id === 'SDS-4.0')!;
    for (const row of talk.rows) assert.ok(stdout.includes(row.text), row.id);
    for (const section of form.sections) for (const note of section.notes ?? []) assert.ok(stdout.includes(note.text));
    for (const gap of form.source.gaps ?? []) assert.ok(stdout.includes(gap));
    assert.ok(stdout.includes(form.disclaimer) && stdout.includes(form.source.rights));
  });
});
