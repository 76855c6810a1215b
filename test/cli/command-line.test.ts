import assert from 'node:assert/strict';
import { SAMPLE, sds } from './fake-io.ts';

const COMMANDS = ['lint', 'fix', 'form', 'guideline', 'new', 'render'];
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

describe('The command line', () => {
  it('reports wrong usage in one line, with status 2', async () => {
    for (const args of [
      ['lnt'], ['lint'], ['lint', '--nope', SAMPLE], ['lint', '--format'], ['lint', '--format', 'xml', SAMPLE], ['lint', '--profile', 'x', SAMPLE],
      ['lint', '--max-warnings', '-1', SAMPLE], ['lint', '--max-warnings', 'many', SAMPLE], ['form', 'a', 'b'], ['form', 'SDS-9'], ['guideline', 'x'],
      ['guideline', '--sheet', SAMPLE], ['lint', SAMPLE, '--locale', 'fr'], ['--locale', 'fr', 'form'], ['fix'], ['render'], ['render', SAMPLE, SAMPLE], ['new', 'x'], ['new', '--set'], ['new', '--form', 'x'], ['new', '-o'],
    ]) {
      for (const locale of ['ja', 'en']) {
        const { status, stdout, stderr } = await sds(args, { env: { LANG: locale } });
        assert.deepEqual([status, stdout], [2, ''], args.join(' '));
        assert.match(stderr, /^sds: [^\n]+\n$/, args.join(' '));
        assert.doesNotMatch(stderr, /error:|undefined|\{/);
        // Names of what is Japanese are, in English too.
        if (locale === 'ja') assert.match(stderr, JAPANESE);
        else assert.doesNotMatch(stderr.replace(/“.*?”/g, ''), JAPANESE);
      }
    }
  });

  it('suggests what may be meant', async () => {
    assert.match((await sds(['lnt'])).stderr, /「lint」/);
    assert.match((await sds(['lint', '--fromat', 'json', SAMPLE])).stderr, /「--format」/);
    assert.match((await sds(['--locale', 'ja', 'fix', '--dry-rn', SAMPLE])).stderr, /「--dry-run」/);
    assert.match((await sds(['--locle', 'en'])).stderr, /「--locale」/);
  });

  it('suggests no option that the command would refuse, least of all the one that was written', async () => {
    for (const written of ['--dry-run', '--dry-rn']) {
      assert.equal((await sds(['guideline', '--import', 'x.txt', written])).stderr, `sds: 「${written}」というオプションはありません。--help で使い方を表示します。\n`);
    }
  });

  it('has help for every command, in both languages', async () => {
    for (const command of COMMANDS) {
      const { status, stdout, stderr } = await sds([command, '--help']);
      assert.deepEqual([status, stderr], [0, '']);
      assert.match(stdout, new RegExp(`^使い方: sds ${command}`));
      assert.match(stdout, /--locale/);
      const english = await sds([command, '--help', '--locale', 'en']);
      assert.match(english.stdout, /^Usage: sds/);
      assert.doesNotMatch(english.stdout, JAPANESE);
      assert.equal((await sds(['help', command])).stdout, stdout);
    }
    const { stdout } = await sds(['--help']);
    for (const command of COMMANDS) assert.ok(stdout.includes(`  ${command} `));
  });

  it('shows its help where nothing is asked for', async () => {
    const { status, stdout, stderr } = await sds([]);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^使い方: sds/);
  });

  it('tells its version', async () => {
    assert.deepEqual(await sds(['--version']), { status: 0, stdout: '1.2.3\n', stderr: '' });
  });

  describe('speaks', () => {
    const language = async (args: string[], env: Record<string, string>): Promise<string> => (
      JAPANESE.test((await sds([...args, '--help'], { env })).stdout) ? 'ja' : 'en'
    );
    for (const [args, env, wanted] of [
      [[], {}, 'ja'],
      [[], { LANG: 'ja_JP.UTF-8' }, 'ja'],
      [[], { LANG: 'en_US.UTF-8' }, 'en'],
      [[], { LANG: 'de_DE' }, 'en'],
      [[], { LANG: 'C' }, 'ja'],
      [[], { LANG: 'C.UTF-8' }, 'ja'],
      [[], { LC_ALL: 'POSIX', LC_MESSAGES: 'C', LANG: 'en_US' }, 'en'],
      [[], { LC_ALL: 'en_US', LC_MESSAGES: 'ja_JP', LANG: 'ja_JP' }, 'en'],
      [[], { LC_ALL: '', LC_MESSAGES: 'ja_JP', LANG: 'en_US' }, 'ja'],
      [['--locale', 'ja'], { LC_ALL: 'en_US' }, 'ja'],
      [['lint', '--locale=en'], { LC_ALL: 'ja_JP' }, 'en'],
    ] as [string[], Record<string, string>, string][]) {
      it(`${wanted} for ${JSON.stringify([args, env])}`, async () => assert.equal(await language(args, env), wanted));
    }
  });
});
