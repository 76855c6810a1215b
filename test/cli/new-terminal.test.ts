import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { today } from '../../server/src/today.ts';
import { Interrupted, openPrompt } from '../../server/src/cli/prompt.ts';
import { CTRL_C, Folder, root, sds, type Result, type Typed } from './fake-io.ts';

/** What answers the header's seven fields and the file's name. */
const HEADER = ['', '株式会社 例', 'リモート保守', '1.0', '', '', '03-0000-0000', ''];

describe('sds new on a terminal', () => {
  const folder = new Folder();
  const talk = (typed: Typed[], ...args: string[]): Promise<Result> => sds(['new', ...args], { cwd: folder.path, typed });
  const files = (): Promise<string[]> => readdir(folder.path);

  it('asks the header, a name for the file, the gates and the premises', async () => {
    const gates = ['hi', '', 'gaitou', ...Array<string>(8).fill('n')];
    const { status, stdout, stderr } = await talk([...HEADER, ...gates, 'いいえ', 'はい', 'y', '対象外', '']);
    assert.deepEqual([status, stderr], [0, '']);
    assert.deepEqual(await files(), ['株式会社-例-リモート保守.sds.yaml']);
    const text = String(await folder.read('株式会社-例-リモート保守.sds.yaml'));
    assert.match(text, new RegExp(`^作成日: ${today()}\\nサービス事業者: 株式会社 例\\nサービス名称: リモート保守\\nバージョン: '1\\.0'\\n連絡先: 03-0000-0000\\n`, 'm'));
    assert.match(text, /^ {2}1: 非該当$/m);
    assert.match(text, /^ {2}51:$/m);
    assert.match(text, /^ {2}53: 該当$/m);
    assert.doesNotMatch(text, /^ {2}1\.1:/m);
    // The premises: 8, 17.1.1.1, 20, 21, 22 …; a premise that holds answers nothing yet.
    assert.match(text, /^ {2}8: 対象外$/m);
    assert.match(text, /^ {2}20:$/m);
    assert.match(text, /^ {2}21: 対象外$/m);
    assert.ok(!stdout.includes('保存場所が'), 'nothing is asked of what is below a closed gate');
    assert.ok(stdout.endsWith('株式会社-例-リモート保守.sds.yaml を作成しました。\n'));
  });

  it('asks again for what it does not understand, and says what it takes', async () => {
    const { stdout } = await talk(['いつか', '2026/4/1', ...HEADER.slice(1), 'たぶん', '○']);
    assert.match(stdout, /日付として読めません[^\n]*\n作成日/);
    assert.match(stdout, /たぶん\n {2}該当 \/ 非該当 のどれか[^\n]*\n {2}該当 \/ 非該当: ○\n/);
    const text = String(await folder.read('株式会社-例-リモート保守.sds.yaml'));
    assert.match(text, /^作成日: 2026-04-01$/m);
    assert.match(text, /^ {2}1: 該当$/m);
  });

  it('does not ask what the options say', async () => {
    const { stdout } = await talk(['', ''], '--set', '作成日=2026-01-02', '--answer', '1=y', '-o', 'a.sds.yaml');
    assert.ok(!stdout.includes('作成日') && !stdout.includes('ファイル名') && !stdout.includes('診療録及び診療諸記録の外部保存を受託するか'));
    assert.match(String(await folder.read('a.sds.yaml')), /^作成日: 2026-01-02$/m);
  });

  it('leaves the rest empty when the input ends', async () => {
    const { status, stdout } = await talk([...HEADER.slice(0, 3)], '-o', 'a.sds.yaml');
    assert.equal(status, 0);
    assert.ok(!stdout.includes('該当・非該当の設問'));
    assert.match(String(await folder.read('a.sds.yaml')), /^サービス名称: リモート保守\nバージョン:\n/m);
  });

  it('leaves no file behind after Ctrl+C, whenever it comes', async () => {
    for (const typed of [[], HEADER.slice(0, 4), HEADER, [...HEADER, 'y', 'n']]) {
      const { status, stderr } = await talk([...typed, CTRL_C]);
      assert.deepEqual([status, stderr], [2, 'sds: 中止しました。何も書き込んでいません。\n']);
    }
    assert.deepEqual(await files(), []);
  });

  it('offers a name that is free, and refuses one that is not', async () => {
    await folder.write({ 'sheet.sds.yaml': 'kept', 'b.sds.yaml': 'kept' });
    const { stdout, status } = await talk([...Array<string>(7).fill(''), 'b.sds.yaml', '']);
    assert.equal(status, 0);
    assert.match(stdout, /ファイル名［sheet-2\.sds\.yaml］: b\.sds\.yaml\nb\.sds\.yaml: すでにあります/);
    assert.deepEqual(await files(), ['b.sds.yaml', 'sheet-2.sds.yaml', 'sheet.sds.yaml']);
    assert.equal((await talk([], '-o', 'b.sds.yaml')).stdout, '', 'no question before a name that is taken is told');
    assert.equal(String(await folder.read('b.sds.yaml')), 'kept');
  });

  it('speaks English when asked', async () => {
    const { stdout } = await talk([...HEADER, 'bad', 'n'], '--locale', 'en');
    assert.match(stdout, /Enter: the default/);
    assert.match(stdout, /想定システム \(optional\): /);
    assert.match(stdout, /Type one of 該当 \/ 非該当/);
  });
});

describe('The prompt', () => {
  const open = (): { input: PassThrough; prompt: ReturnType<typeof openPrompt> } => {
    const input = new PassThrough();
    return { input, prompt: openPrompt(input, new PassThrough().resume() as never) };
  };

  it('keeps lines that are typed ahead for their questions', async () => {
    const { input, prompt } = open();
    input.write('一\n二\n');
    assert.deepEqual([await prompt.ask('1? '), await prompt.ask('2? ')], ['一', '二']);
    const third = prompt.ask('3? ');
    input.write('三\r');
    assert.equal(await third, '三');
    prompt.close();
  });

  it('tells the end of the input and Ctrl+C apart', async () => {
    const ended = open();
    const asked = ended.prompt.ask('? ');
    ended.input.write('\u0004');
    assert.equal(await asked, undefined);
    assert.equal(await ended.prompt.ask('? '), undefined);
    const interrupted = open();
    const broken = interrupted.prompt.ask('? ');
    interrupted.input.write('half\u0003');
    await assert.rejects(broken, Interrupted);
    await assert.rejects(interrupted.prompt.ask('? '), Interrupted);
  });
});

/** Runs a program at a pseudo-terminal, types some keys, one after the other, and prints what it showed. */
const AT_TERMINAL = `
import json, os, pty, select, sys
keys, *command = sys.argv[1:]
child, terminal = pty.fork()
if child == 0: os.execvp(command[0], command)
def show(seconds):
    while select.select([terminal], [], [], seconds)[0]:
        try: data = os.read(terminal, 65536)
        except OSError: return False
        if not data: return False
        os.write(1, data)
    return True
select.select([terminal], [], [], 10)
for key in json.loads(keys):
    show(0.2)
    os.write(terminal, key.encode())
while show(5): pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
`;

describe('dist/cli.js at a pseudo-terminal', function () {
  this.timeout(60_000);
  const folder = new Folder();
  const python = ['python3', 'python'].find((name) => {
    try {
      return execFileSync(name, ['-c', 'import os, pty; os.waitstatus_to_exitcode']) !== undefined;
    } catch {
      return false;
    }
  });
  before(() => assert.ok(python, 'Python 3 is needed to open a pseudo-terminal.'));
  const type = (keys: string[], ...args: string[]): Promise<Result> => new Promise((resolve) => {
    execFile(python!, ['-c', AT_TERMINAL, JSON.stringify(keys), process.execPath, path.join(root, 'dist', 'cli.js'), 'new', '--locale', 'ja', ...args], { cwd: folder.path }, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });

  it('asks, and writes what was answered', async () => {
    const { status, stdout, stderr } = await type(['\r', '株式会社例\r', '\r\r\r\r\r', 'hi\r', '\u0004'], '-o', 'a.sds.yaml');
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /サービス事業者: .*株式会社例/);
    assert.match(stdout, /a\.sds\.yaml を作成しました。/);
    assert.match(String(await folder.read('a.sds.yaml')), /^サービス事業者: 株式会社例\n[^]*^ {2}1: 非該当$/m);
  });

  it('ends at once with Ctrl+C, and leaves nothing', async () => {
    const { status, stdout } = await type(['\r', 'x\r', '\u0003'], '-o', 'a.sds.yaml');
    assert.equal(status, 2);
    assert.match(stdout, /sds: 中止しました。/);
    assert.deepEqual(await readdir(folder.path), []);
  });
});
