import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { root } from './fake-io.ts';

/** A git repository of the sources as they are here, committed or not, from which the package is installed as users do it. */
export class Repository {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'sds-install-'));
  readonly #git = path.join(this.#folder, 'sources.git');

  /** @param tag the tag of its only commit */
  constructor(tag: string) {
    execFileSync('git', ['init', '--quiet', '--bare', this.#git]);
    const git = (...args: string[]): unknown => execFileSync('git', [`--git-dir=${this.#git}`, `--work-tree=${root}`, ...args], { cwd: root });
    git('add', '--all');
    git('-c', 'user.name=test', '-c', 'user.email=test@localhost', 'commit', '--quiet', '--message', tag);
    git('tag', tag);
  }

  /** As npm takes it. */
  get url(): string {
    return `git+${pathToFileURL(this.#git).href}`;
  }

  /**
   * Runs an installation that is global, but in a folder of its own.
   * @param command the whole command line, for a shell
   * @returns the folder with the package's commands
   */
  async install(command: string): Promise<string> {
    const prefix = mkdtempSync(path.join(this.#folder, 'prefix-'));
    // A script that npm runs hands its own places on.
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_.*prefix$/i.test(name)));
    await promisify(execFile)('bash', ['-e', '-c', command], { cwd: prefix, env: { ...env, npm_config_prefix: prefix }, maxBuffer: 1 << 26 });
    return path.join(prefix, 'bin');
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
