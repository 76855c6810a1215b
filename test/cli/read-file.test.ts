import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileReader } from '../../server/src/cli/read-file.ts';
import { SAMPLE, root } from './fake-io.ts';

const sample = path.join(root, SAMPLE);

describe('Reading files for the command line', () => {
  for (const [disk, step] of [['a quick disk', 0], ['a slow one', 1_000]] as const) {
    it(`gives the same bytes and the same errors from ${disk}`, async () => {
      let time = 0;
      const read = fileReader(() => time += step);
      const bytes = await readFile(sample);
      for (let round = 0; round < 3; round++) {
        assert.deepEqual(Buffer.from(await read(sample)), bytes);
        await assert.rejects(read(path.join(root, 'absent.sds.yaml')), { code: 'ENOENT' });
        await assert.rejects(read(root), { code: 'EISDIR' });
        await assert.rejects(read('/dev/zero'), { code: 'EFBIG' });
      }
    });
  }

  it('reads at once where that is quick, and has others read where it is not', async () => {
    const readNow = async (step: number): Promise<boolean> => {
      let time = 0;
      const read = fileReader(() => time += step);
      await read(sample);
      let done = false;
      const reading = read(sample).then(() => done = true);
      // What is there already comes before anything that another thread has to do.
      await Promise.resolve().then(() => undefined).then(() => undefined);
      const atOnce = done;
      await reading;
      return atOnce;
    };
    assert.deepEqual([await readNow(0), await readNow(1_000)], [true, false]);
  });
});
