import assert from 'node:assert/strict';
import { neovim } from '../../scripts/editor/text-editors.mjs';
import { Neovim } from './neovim-session.ts';
import { CONTRADICTION } from '../support/contradiction.ts';
import { Place } from './place.ts';

interface NeovimDiagnostic {
  lnum: number;
  col: number;
  end_lnum: number;
  end_col: number;
  severity: number;
  source: string;
  code: string;
  message: string;
}

const DIAGNOSTICS = 'vim.diagnostic.get(0)';
const ATTACHED = 'vim.tbl_map(function(client) return client.name end, vim.tbl_values(vim.lsp.buf_get_clients(0)))';
const CHOICES = 'vim.fn.map(vim.fn.complete_info({ "items" }).items, "v:val.abbr")';
const FLOATS = 'vim.tbl_map(function(window) return vim.api.nvim_win_get_config(window).relative ~= "" and vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false) or {} end, vim.api.nvim_list_wins())';
const has = (code: string) => (found: NeovimDiagnostic[]): boolean => found.some((one) => one.code === code);

describe('Neovim with editors/neovim', () => {
  let place: Place;
  let nvim: Neovim;
  before(function () {
    // It may have to be installed first.
    this.timeout(600_000);
    neovim();
  });
  beforeEach(() => void (place = new Place()));
  afterEach(async () => {
    await nvim.stop();
    place.remove();
  });
  const open = async (text = CONTRADICTION, setup?: string): Promise<void> => {
    nvim = await Neovim.start(place, place.write('a.sds.yaml', text), setup);
    await nvim.until(ATTACHED, (names: string[]) => names.length > 0);
    if (text === CONTRADICTION) await nvim.until(DIAGNOSTICS, has('inconsistent-answer'));
  };

  for (const [name, filetype] of [['a.sds.yaml', 'sds-yaml'], ['b.sds.yml', 'sds-yaml'], ['c.yaml', 'yaml'], ['sds.yaml', 'yaml']]) {
    it(`takes ${name} for ${filetype}`, async () => {
      nvim = await Neovim.start(place, place.write(name!, CONTRADICTION));
      assert.equal(await nvim.lua('vim.bo.filetype'), filetype);
      const attached = filetype === 'sds-yaml' ? ['sds'] : [];
      assert.deepEqual(await nvim.until(ATTACHED, (names: string[]) => names.length === attached.length), attached);
    });
  }

  it('shows diagnostics where they are, and follows the typing', async () => {
    await open();
    const found = (await nvim.lua<NeovimDiagnostic[]>(DIAGNOSTICS)).find((one) => one.code === 'inconsistent-answer')!;
    const line = '  1.1: はい';
    assert.deepEqual(
      { ...found, message: found.message.slice(0, 6) },
      { ...found, lnum: 7, end_lnum: 7, col: line.indexOf('は'), end_col: Buffer.byteLength(line), severity: 1, source: 'sds', message: '1.1 は、' },
    );
    await nvim.type(':8<CR>fはC対象外<Esc>');
    await nvim.until(DIAGNOSTICS, (all: NeovimDiagnostic[]) => all.length > 0 && !has('inconsistent-answer')(all));
    assert.equal((await nvim.text())[7], '  1.1: 対象外');
  });

  // A suggestion that is the only one is taken at once: there is no menu, in which Ctrl-Y would take it.
  it('completes answers, by a Latin letter too', async () => {
    await open();
    await nvim.type(':8<CR>fはC<C-x><C-o>');
    assert.deepEqual(await nvim.until(CHOICES, (all: string[]) => all.length > 0), ['はい', 'いいえ', '対象外']);
    await nvim.type('<C-e><Esc>fはC<Esc>A taisho<C-x><C-o>');
    assert.deepEqual(await nvim.until(CHOICES, (all: string[]) => all.length > 0), ['対象外']);
    await nvim.type('<Esc>');
    assert.equal((await nvim.text())[7], '  1.1: 対象外');
  });

  it('completes references and questions from where they begin', async () => {
    await open(`${CONTRADICTION}  75:\n    参照項番: 6.11.C\n`);
    await nvim.type(':10<CR>A<C-x><C-o>');
    const [first] = await nvim.until<string[]>(CHOICES, (all) => all.length > 0);
    assert.equal(first, '6.11.C8');
    await nvim.type('<C-y><Esc>');
    assert.equal((await nvim.text())[9], '    参照項番: 6.11.C8');
    await nvim.type('o<C-u>  77<C-x><C-o>');
    assert.ok((await nvim.until<string[]>(CHOICES, (all) => all.length > 0)).length > 1);
    await nvim.type('<C-y><Esc>');
    assert.equal((await nvim.text())[10], '  77: ');
  });

  it('writes a whole new sheet', async () => {
    await open('\n');
    await nvim.type('inew<C-x><C-o>');
    await nvim.until<string[]>(CHOICES, (all) => all.length > 0);
    await nvim.type('<Esc>');
    const text = await nvim.until<string[]>('vim.api.nvim_buf_get_lines(0, 0, -1, false)', (lines) => lines.length > 10);
    assert.equal(text[0], '様式: SDS-4.0');
    assert.ok(text.some((line) => line === '回答:'), text.join('\n'));
  });

  it('writes what a suggestion changes elsewhere', async () => {
    await open(`${CONTRADICTION}  3:\n    回答: いいえ\n    備考: \n`);
    await nvim.type(':11<CR>A<C-x><C-o>');
    await nvim.until<string[]>(CHOICES, (all) => all.length > 0);
    await nvim.type('<Esc>');
    const text = await nvim.until<string[]>('vim.api.nvim_buf_get_lines(0, 0, -1, false)', (lines) => lines.length > 11);
    assert.equal(text[10], '    備考: 1');
    assert.ok(text.includes('備考記載欄:'), text.join('\n'));
    assert.match(text.at(-1)!, /^ {2}1: /);
  });

  it('shows the question on hover', async () => {
    await open();
    await nvim.type(':8<CR>^:lua vim.lsp.buf.hover()<CR>');
    const shown = await nvim.until<string[][]>(FLOATS, (windows) => windows.some((lines) => lines.length > 0));
    assert.match(shown.flat().join('\n'), /診療録及び診療諸記録/);
  });

  it('applies the code action that is chosen', async () => {
    // Where Neovim asks, it would wait for the answer and answer nothing itself; whoever chooses here is a plugin, as users have.
    await open(CONTRADICTION, `require('sds').setup()
      vim.ui.select = function(items, options, choose)
        vim.g.offered = vim.tbl_map(options.format_item, items)
        choose(items[1], 1)
      end`);
    await nvim.type(':8<CR>fは:lua vim.lsp.buf.code_action()<CR>');
    const offered = await nvim.until<string[] | null>('vim.g.offered', (titles) => titles !== null && titles.length > 0);
    assert.deepEqual(offered!.slice(0, 2), ['1.1 を「対象外」にする', '1 を「該当」にする']);
    const after = CONTRADICTION.replace('はい', '対象外').split('\n').slice(0, -1);
    await nvim.until<string[]>('vim.api.nvim_buf_get_lines(0, 0, -1, false)', (lines) => lines[7] === after[7]);
    assert.deepEqual(await nvim.text(), after);
    await nvim.type('u');
    assert.deepEqual(await nvim.text(), CONTRADICTION.split('\n').slice(0, -1));
  });

  it('takes settings and the language of messages from the set-up', async () => {
    await open(CONTRADICTION, `require('sds').setup({
      cmd = { 'sds-language-server', '--stdio', '--locale', 'en' },
      settings = { rules = { ['inconsistent-answer'] = 'hint' } },
    })`);
    const found = (await nvim.lua<NeovimDiagnostic[]>(DIAGNOSTICS)).find((one) => one.code === 'inconsistent-answer')!;
    assert.equal(found.severity, 4);
    assert.match(found.message, /does not apply/);
  });

  it('starts one server for the sheets of a folder', async () => {
    place.write('.sds/config.yaml', 'rules:\n  inconsistent-answer: info\n');
    await open();
    await nvim.type(`:edit deep/b.sds.yml<CR>`);
    await nvim.until('vim.bo.filetype', (type) => type === 'sds-yaml');
    assert.equal(await nvim.until('#vim.lsp.get_active_clients()', () => true), 1);
    assert.equal(await nvim.lua('#vim.lsp.buf_get_clients(0)'), 1);
    assert.equal(await nvim.lua('vim.lsp.get_active_clients()[1].config.root_dir'), place.sheets);
    await nvim.type(':buffer 1<CR>');
    assert.equal((await nvim.lua<NeovimDiagnostic[]>(DIAGNOSTICS)).find((one) => one.code === 'inconsistent-answer')!.severity, 3);
  });
});
