import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Message } from '../l10n/translate.ts';
import type { Settings } from '../workspace/config.ts';
import type { Workspace } from '../workspace/compose.ts';
import { hasFailed } from '../workspace/problem.ts';
import type { Workspaces } from '../workspace/workspaces.ts';
import { STATUS, type Context, type Status } from './context.ts';
import type { FoundFile } from './files.ts';

/** A context as seen from a place. */
export interface Here {
  /** Its catalogue has the forms and guidelines of the folders `.sds` around the place. */
  context: Context;
  /** As the nearest `.sds/config.yaml` says. */
  settings: Settings;
  /** The status that these folders alone lead to: failed, where something is wrong with them. */
  status: Status;
}

/** By program, the files that were told of, so that each is told of once and not for every sheet. */
const told = new WeakMap<Workspaces, Set<string>>();

/**
 * Says on standard error, once, what is wrong with, or worth knowing of, the folders `.sds` around a place; the rest of them counts.
 * @param file a sheet; standard input stands where its name says. Without one, the current folder
 */
export async function contextFor(file: FoundFile | undefined, context: Context): Promise<Here> {
  const { cwd } = context.io;
  const place = file ? pathToFileURL(path.resolve(cwd, file.path ?? file.name)) : pathToFileURL(cwd + path.sep);
  const { catalogue, settings, files } = await context.workspaces().of(place.href);
  await tell(files, context);
  const failed = files.some(({ problems }) => hasFailed(problems));
  return { context: { ...context, catalogue: () => catalogue }, settings, status: failed ? STATUS.failed : STATUS.fine };
}

/**
 * As `contextFor`, for many files: those of one folder have the same around them, which is asked for once.
 * @param context the same for all of them
 */
export function contextsFor(context: Context): (file: FoundFile) => Promise<Here> {
  const byFolder = new Map<string, Promise<Here>>();
  return (file) => {
    const folder = path.dirname(path.resolve(context.io.cwd, file.path ?? file.name));
    let here = byFolder.get(folder);
    if (!here) byFolder.set(folder, here = contextFor(file, context));
    return here;
  };
}

async function tell(files: Workspace['files'], context: Context): Promise<void> {
  const workspaces = context.workspaces();
  let said = told.get(workspaces);
  if (!said) told.set(workspaces, said = new Set());
  for (const { uri, problems } of files) {
    if (said.has(uri)) continue;
    said.add(uri);
    for (const { message, range, info } of problems) {
      const args = { path: shown(uri, context.io.cwd), line: String(range.start.line + 1), message: context.translate(message) };
      const line: Message = { key: 'cli.workspace.problem', args };
      await (info ? context.note(line) : context.fail(line));
    }
  }
}

function shown(uri: string, cwd: string): string {
  const relative = path.relative(cwd, fileURLToPath(uri));
  return path.sep === '\\' ? relative.replaceAll('\\', '/') : relative;
}
