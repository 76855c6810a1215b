import assert from 'node:assert/strict';
import { ServerDeaths } from '../../client/src/server-deaths.ts';

describe('A server that dies', () => {
  const after = (...times: number[]): { restart: boolean; tell: boolean }[] => {
    const deaths = new ServerDeaths();
    return times.map((time) => deaths.next(time));
  };

  it('is started again, which is told once', () => {
    assert.deepEqual(after(0, 3_600_000), [{ restart: true, tell: true }, { restart: true, tell: false }]);
  });

  it('is given up when it dies again and again, which is told', () => {
    const all = after(1, 2, 3, 4, 5);
    assert.deepEqual(all.map(({ restart }) => restart), [true, true, true, true, false]);
    assert.deepEqual(all.at(-1), { restart: false, tell: true });
  });

  it('is not given up for deaths long ago', () => {
    assert.ok(after(...Array.from({ length: 20 }, (_, minute) => minute * 60_000)).every(({ restart }) => restart));
  });
});
