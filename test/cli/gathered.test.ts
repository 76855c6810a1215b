import assert from 'node:assert/strict';
import { Gathered } from '../../server/src/cli/gathered.ts';
import { Folder, sds } from './fake-io.ts';

function output(isTTY: boolean): { written: string[]; gathered: Gathered } {
  const written: string[] = [];
  return { written, gathered: new Gathered({ isTTY, write: async (text) => void written.push(text) }) };
}

describe('gathered output', () => {
  it('is written in large pieces, and its rest when asked for', async () => {
    const { written, gathered } = output(false);
    const all = Array.from({ length: 20_000 }, (_, at) => `${at}\n`);
    for (const text of all) await gathered.write(text);
    await gathered.flush();
    await gathered.flush();
    assert.equal(written.join(''), all.join(''));
    assert.equal(written.length, 2);
  });

  it('reaches a terminal as it comes', async () => {
    const { written, gathered } = output(true);
    await gathered.write('a');
    await gathered.write('b');
    assert.deepEqual(written, ['a', 'b']);
  });

  describe('of sds lint', () => {
    const folder = new Folder();

    it('keeps its place among what is said of files', async () => {
      const text = '様式: SDS-4.0\n回答:\n';
      await folder.write({ 'a.sds.yaml': text, 'b.sds.yaml': new Uint8Array([0xff]), 'c.sds.yaml': text });
      const order: string[] = [];
      const { status } = await sds(['lint', '.', '--format', 'github'], {
        cwd: folder.path,
        onOutput: (stream, piece) => order.push(...[...piece.matchAll(/[abc]\.sds\.yaml/g)].map(([name]) => `${stream} ${name}`)),
      });
      assert.deepEqual([...new Set(order)], ['stdout a.sds.yaml', 'stderr b.sds.yaml', 'stdout c.sds.yaml']);
      assert.equal(status, 2);
    });
  });
});
