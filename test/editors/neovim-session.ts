import { spawn, execFile, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { neovim } from '../../scripts/editor/text-editors.mjs';
import { shipped, type Place } from './place.ts';

const run = promisify(execFile);

/** A Neovim without a screen that is typed into, with the set-up that is documented and no other. */
export class Neovim {
  readonly #nvim: string;
  readonly #place: Place;
  readonly #socket: string;
  readonly #process: ChildProcess;
  #said = '';

  private constructor(place: Place, nvim: string, file: string, setup: string) {
    this.#place = place;
    this.#nvim = nvim;
    this.#socket = path.join(place.folder, 'nvim.socket');
    const init = path.join(place.folder, 'init.lua');
    writeFileSync(init, `vim.opt.runtimepath:prepend(${JSON.stringify(shipped('editors/neovim'))})\nvim.opt.swapfile = false\n${setup}\n`);
    this.#process = spawn(nvim, ['--headless', '-u', init, '--listen', this.#socket, file], { cwd: place.sheets, env: place.env, stdio: ['pipe', 'pipe', 'pipe'] });
    for (const stream of [this.#process.stdout!, this.#process.stderr!]) stream.setEncoding('utf8').on('data', (text: string) => void (this.#said += text));
  }

  /** @param setup what a user's init.lua says after the folder is on the runtime path */
  static async start(place: Place, file: string, setup = "require('sds').setup()"): Promise<Neovim> {
    const session = new Neovim(place, neovim(), file, setup);
    await session.until<number>('1', (one) => one === 1);
    return session;
  }

  /** @returns the value of a Lua expression */
  async lua<T>(expression: string): Promise<T> {
    const quoted = `vim.fn.json_encode(${expression})`.replaceAll("'", "''");
    const { stdout, stderr } = await run(this.#nvim, ['--server', this.#socket, '--remote-expr', `luaeval('${quoted}')`], { env: this.#place.env });
    return JSON.parse(stdout || stderr) as T;
  }

  /** Types keys, written as in a mapping. */
  async type(keys: string): Promise<void> {
    await run(this.#nvim, ['--server', this.#socket, '--remote-send', keys], { env: this.#place.env });
  }

  /** @returns the value of a Lua expression once it is as wanted */
  async until<T>(expression: string, wanted: (value: T) => boolean): Promise<T> {
    let last: unknown;
    for (const start = Date.now(); Date.now() - start < 15_000;) {
      if (this.#process.exitCode !== null) break;
      try {
        const value = await this.lua<T>(expression);
        if (wanted(value)) return value;
        last = value;
      } catch (error) {
        last = error;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${expression} is not as wanted but ${JSON.stringify(last)}${last instanceof Error ? last.message : ''}\n${this.#said}`);
  }

  text(): Promise<string[]> {
    return this.lua('vim.api.nvim_buf_get_lines(0, 0, -1, false)');
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const ended = once(this.#process, 'exit');
    await this.type('<C-\\><C-n>:qall!<CR>').catch(() => this.#process.kill());
    const late = setTimeout(() => this.#process.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(late);
  }
}
