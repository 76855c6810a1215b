import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where a user's editor runs: a home of its own, the command on the PATH, and a folder with sheets. */
export class Place {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'sds-editor-'));
  readonly sheets = path.join(this.folder, '開示書 1');
  readonly env: Record<string, string>;

  constructor() {
    const bin = path.join(this.folder, 'bin');
    const home = path.join(this.folder, 'home');
    for (const folder of [bin, home, this.sheets]) mkdirSync(folder);
    const command = path.join(bin, 'sds-language-server');
    writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${path.join(root, 'dist/server.js')}' "$@"\n`);
    chmodSync(command, 0o755);
    this.env = { PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`, HOME: home, LANG: 'C.UTF-8', TMPDIR: this.folder, TERM: 'dumb' };
  }

  /** @returns the path of a sheet with this text */
  write(name: string, text: string): string {
    const file = path.join(this.sheets, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @returns a file of the project, absolute */
export function shipped(file: string): string {
  return path.join(root, file);
}
