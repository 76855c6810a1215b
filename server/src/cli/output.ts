import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Message } from '../l10n/translate.ts';
import type { Context } from './context.ts';
import { STDIN } from './files.ts';
import { accessProblem } from './source.ts';

/** Stands for standard output, as it does for standard input. */
const STDOUT = STDIN;

/** @returns whether an output is standard output, not a file */
export function isStdout(name: string | undefined): name is undefined | typeof STDOUT {
  return name === undefined || name === STDOUT;
}

/** @returns what keeps a new file of this name from being written: a folder always, a file where it may not go */
export async function obstacle(name: string, replace: boolean, { io }: Context): Promise<Message | undefined> {
  const found = await stat(path.resolve(io.cwd, name)).catch(() => undefined);
  if (found?.isDirectory()) return { key: 'cli.files.is-folder', args: { path: name } };
  return found && !replace ? { key: 'cli.files.exists', args: { path: name } } : undefined;
}

/**
 * Writes a document at once, so that nobody ever sees half of it, or says on standard error why that is not possible.
 * @param name as given; standard output when absent
 * @param replace whether a file of this name may go
 */
export async function writeDocument(name: string | undefined, text: string, replace: boolean, context: Context): Promise<boolean> {
  const { io } = context;
  if (isStdout(name)) {
    await io.stdout.write(text);
    return true;
  }
  try {
    await io.writeFile(path.resolve(io.cwd, name), new TextEncoder().encode(text), replace ? {} : { isNew: true });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const there = await obstacle(name, true, context);
    if (there) await context.fail(there);
    else if (code === 'EEXIST') await context.fail({ key: 'cli.files.exists', args: { path: name } });
    else if (code === 'ENOENT' || code === 'ENOTDIR') await context.fail({ key: 'cli.files.no-folder', args: { path: name } });
    else await context.fail(accessProblem(error, name, 'cli.files.unwritable'));
    return false;
  }
}
