import assert from 'node:assert/strict';
import { serverEnvironment } from '../../client/src/server-environment.ts';

describe('The environment that the server is started in', () => {
  it('has its threads share what they allocate', () => {
    assert.deepEqual(serverEnvironment({ PATH: '/bin' }), { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072' });
  });

  it('leaves what somebody has set as it is', () => {
    assert.deepEqual(serverEnvironment({ MALLOC_ARENA_MAX: '4' }), { MALLOC_ARENA_MAX: '4', MALLOC_TRIM_THRESHOLD_: '131072' });
  });
});
