import assert from 'node:assert/strict';
import { globSync } from 'tinyglobby';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { changeBetween } from '../../client/src/preview/change.ts';
import { EditQueue } from '../../client/src/preview/edit-queue.ts';
import { fromPage, pageState } from '../../client/src/preview/messages.ts';
import { ENGLISH_WORDS } from '../../client/src/preview/words.ts';
import { Updates, type Clock } from '../../client/src/preview/updates.ts';

/** A clock that a test sets, and loads that a test ends. */
function setUp(): { updates: Updates; loads: ((fresh?: boolean) => Promise<void>)[]; pass: (milliseconds: number) => void } {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    after: (milliseconds, run) => {
      const timer = { at: now + milliseconds, run };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
  };
  const loads: ((fresh?: boolean) => Promise<void>)[] = [];
  const updates = new Updates(() => new Promise((resolve) => loads.push(async (fresh = true) => {
    resolve(fresh);
    await new Promise(setImmediate);
  })), clock);
  const pass = (milliseconds: number): void => {
    now += milliseconds;
    const due = timers.filter((timer) => timer.at <= now);
    timers = timers.filter((timer) => timer.at > now);
    for (const timer of due) timer.run();
  };
  return { updates, loads, pass };
}

describe('edits that a preview asks for', () => {
  /** A document whose version goes up by each edit. */
  function setUp(): { queue: EditQueue; made: number[]; document: { version: number }; run: (shown: number) => Promise<boolean> } {
    const queue = new EditQueue();
    const document = { version: 5 };
    const made: number[] = [];
    const run = (shown: number): Promise<boolean> => queue.run(shown, () => document.version, async (version) => {
      await new Promise(setImmediate);
      made.push(version);
      document.version++;
      return true;
    });
    return { queue, made, document, run };
  }

  it('are made one after the other, although the page does not show yet what the last one did', async () => {
    const { made, run } = setUp();
    assert.deepEqual(await Promise.all([run(5), run(5), run(6), run(5)]), [true, true, true, true]);
    assert.deepEqual(made, [5, 6, 7, 8]);
  });

  it('are refused when somebody else has changed the text', async () => {
    const { made, run, document, queue } = setUp();
    document.version = 6;
    assert.equal(await run(5), false);
    assert.equal(await run(6), true);
    document.version++;
    assert.deepEqual(await Promise.all([run(6), run(7), run(8), run(8)]), [false, false, true, true]);
    assert.deepEqual(made, [6, 8, 9]);
    assert.equal(await run(8), true, 'a later one is not stopped by it');
    queue.clear();
    assert.equal(await run(8), false);
  });

  it('let undoing follow what was asked for before, and go on from there', async () => {
    const { made, run, document, queue } = setUp();
    const undo = (): Promise<boolean> => queue.run(undefined, () => document.version, (version) => {
      made.push(-version);
      document.version++;
      return Promise.resolve(true);
    });
    assert.deepEqual(await Promise.all([run(5), undo(), run(5)]), [true, true, true]);
    assert.deepEqual(made, [5, -6, 7]);
  });

  it('go on after one that fails', async () => {
    const { queue, document, run } = setUp();
    await assert.rejects(queue.run(5, () => document.version, () => Promise.reject(new Error('gone'))));
    assert.equal(await run(5), true);
    assert.equal(await queue.run(6, () => undefined, () => Promise.resolve(true)), false, 'a closed document takes none');
  });
});

describe('what a preview keeps to undo', () => {
  const texts = ['', '\n', 'a', 'a\n', '\na', 'a: 1\nb: 2\n', 'a: 1\nx\nb: 2\n', 'a: 1\nb: 3\n', 'b: 2\n', 'a: 1\n', 'a: 1\r\nb: 2\r\n', 'a: 1\r\nc: 𠮷\r\n', 'a: 1\r\nc: 𠮸\r\n', '  3: はい\n  3: はい\n', '  3: はい\n'];

  it('is one place in whole lines, from which either text comes back', () => {
    for (const before of texts) {
      for (const after of texts.filter((one) => one !== before)) {
        const change = changeBetween(before, after)!;
        const { offset } = change;
        const replaced = (text: string, from: string, to: string): string => {
          assert.equal(text.slice(offset, offset + from.length), from);
          return text.slice(0, offset) + to + text.slice(offset + from.length);
        };
        assert.equal(replaced(before, change.before, change.after), after);
        assert.equal(replaced(after, change.after, change.before), before);
        assert.ok(offset === 0 || before[offset - 1] === '\n', 'at the beginning of a line');
      }
    }
    assert.equal(changeBetween('a', 'a'), undefined);
    assert.deepEqual(changeBetween('a: 1\nb: 2\nc: 3\n', 'a: 1\nb: 4\nc: 3\n'), { offset: 5, before: 'b: 2\n', after: 'b: 4\n' });
  });
});

describe('updates of the preview', () => {
  it('come at once when it was quiet, then at intervals', async () => {
    const { updates, loads, pass } = setUp();
    updates.request();
    assert.equal(loads.length, 1);
    await loads[0]!();
    updates.request();
    updates.request();
    assert.equal(loads.length, 1);
    pass(100);
    assert.equal(loads.length, 2);
    await loads[1]!();
    pass(1000);
    assert.equal(loads.length, 2);
    updates.request();
    assert.equal(loads.length, 3);
  });

  it('are never under way twice, and none is lost', async () => {
    const { updates, loads, pass } = setUp();
    updates.request();
    updates.request();
    pass(5000);
    assert.equal(loads.length, 1);
    await loads[0]!();
    assert.equal(loads.length, 2);
  });

  it('are asked for again while what comes is out of date', async () => {
    const { updates, loads, pass } = setUp();
    updates.request();
    await loads[0]!(false);
    pass(100);
    assert.equal(loads.length, 2);
    await loads[1]!(true);
    pass(100);
    assert.equal(loads.length, 2);
  });

  it('end with the preview', async () => {
    const { updates, loads, pass } = setUp();
    updates.request();
    updates.request();
    updates.dispose();
    await loads[0]!();
    pass(100);
    assert.equal(loads.length, 1);
  });
});

describe('messages of the preview', () => {
  it('are read as such or not at all', () => {
    assert.deepEqual(fromPage({ type: 'reveal', line: 3, character: 2 }), { type: 'reveal', line: 3, character: 2 });
    assert.deepEqual(fromPage({ type: 'ready' }), { type: 'ready' });
    assert.deepEqual(fromPage({ type: 'edit', id: 1, version: 2, edits: [{ kind: 'answer', row: '3', word: 'はい', more: 1 }], more: 1 }),
      { type: 'edit', id: 1, version: 2, edits: [{ kind: 'answer', row: '3', word: 'はい' }] });
    assert.deepEqual(fromPage({ type: 'edit', id: 1, version: 2, edits: [{ kind: 'provisional', row: '3', text: null }] }),
      { type: 'edit', id: 1, version: 2, edits: [{ kind: 'provisional', row: '3', text: null }] });
    for (const edit of [undefined, {}, { kind: 'constructor' }, { kind: 'answer', row: '3' }, { kind: 'answer', row: 3, word: 'はい' }, { kind: 'remark', remark: '1', text: null }]) {
      assert.equal(fromPage({ type: 'edit', id: 1, version: 2, edits: [edit] }), undefined, JSON.stringify(edit));
    }
    assert.equal(fromPage({ type: 'edit', id: 1, edits: [{ kind: 'answer', row: '3', word: 'はい' }] }), undefined, 'an edit is of a version');
    assert.equal(fromPage({ type: 'edit', version: 2, edits: [{ kind: 'answer', row: '3', word: 'はい' }] }), undefined, 'and has a number');
    assert.equal(fromPage({ type: 'scrolled', line: Number.NaN }), undefined);
    assert.equal(fromPage({ type: 'view', view: 'everything' }), undefined);
    for (const other of [undefined, null, 'ready', {}, { type: 'reveal' }, { type: 'reveal', line: -1, character: 0 }, { type: 'reveal', line: '1', character: 0 }]) {
      assert.equal(fromPage(other), undefined);
    }
    assert.deepEqual(pageState({ uri: 'file:///a' }), { uri: 'file:///a', scroll: 0 });
    assert.deepEqual(pageState({ uri: 'file:///a', scroll: 3, view: 'exceptions', readOnly: true, locked: 1 }), { uri: 'file:///a', scroll: 3, view: 'exceptions', readOnly: true });
    assert.equal(pageState(undefined), undefined);
  });
});

describe('the client’s messages', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const sources = globSync('client/src/**/*.ts', { cwd: root }).map((file) => readFileSync(root + file, 'utf8'));

  it('are all translated, with the same places to fill in', () => {
    const bundle = JSON.parse(readFileSync(`${root}l10n/bundle.l10n.ja.json`, 'utf8')) as Record<string, string>;
    const used = sources.flatMap((source) => [...source.matchAll(/l10n\.t\('([^']+)'/g)].map((match) => match[1]!));
    assert.deepEqual(Object.keys(bundle).sort(), [...new Set([...used, ...Object.values(ENGLISH_WORDS)])].sort());
    // The page's own words are translated one by one from their list.
    assert.equal(sources.join('').match(/l10n\.t\((?!text\))/g)?.length, used.length);
    const places = (text: string): string[] => (text.match(/\{\d+\}/g) ?? []).sort();
    for (const [message, translated] of Object.entries(bundle)) assert.deepEqual(places(translated), places(message));
  });

  it('are all said somewhere in the page', () => {
    const page = globSync('client/src/webview/*.ts', { cwd: root }).map((file) => readFileSync(root + file, 'utf8')).join('');
    const views = ['form', 'guideline', 'exceptions']; // By the view's name.
    assert.deepEqual(Object.keys(ENGLISH_WORDS).filter((name) => !views.includes(name) && !new RegExp(`\\bwords\\.${name}\\b`).test(page)), []);
  });

  it('need no built-in of Node.js outside of what starts the server', () => {
    for (const source of sources) assert.doesNotMatch(source, /from '(?:node:|fs|path|os|crypto|child_process)/);
  });
});
