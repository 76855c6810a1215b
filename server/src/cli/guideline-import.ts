import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { officialReport } from '../features/official-report.ts';
import { chooseGuideline, otherEdition, type Chosen } from '../guideline-import/choose.ts';
import { decoded, isPdf } from '../guideline-import/decode.ts';
import { IMPORT_LIMITS, isTooLarge } from '../guideline-import/limits.ts';
import { userFolder } from '../lsp/user-folder.node.ts';
import { FOLDER, officialFile, officialName } from '../workspace/folder.ts';
import { officialFileText } from '../workspace/official-file.ts';
import { STATUS, UsageError, type Context, type Status } from './context.ts';
import { asJson } from './form.ts';
import { isStdout, writeDocument } from './output.ts';
import { NoLibrary, pdfText } from './pdf.ts';
import { accessProblem } from './source.ts';

export interface ImportFlags {
  format: string;
  import: string;
  guideline?: string;
  user?: boolean;
  output?: string;
  force?: boolean;
}

/** Imports official text from a file, writes it where it is read from, and reports what was found and what not. */
export async function importText(flags: ImportFlags, context: Context): Promise<Status> {
  const { io, translate } = context;
  const file = flags.import;
  const text = await readText(file, context);
  if (text === undefined) return STATUS.failed;
  if (text.trim() === '') {
    await context.fail({ key: 'cli.import.empty', args: { path: file } });
    return STATUS.failed;
  }
  if (isTooLarge(text)) {
    await context.fail({ key: 'official.too-large', args: { path: file, ...IMPORT_LIMITS } });
    return STATUS.failed;
  }
  const chosen = choose(text, flags.guideline, context);
  const other = otherEdition(chosen);
  const { title } = chosen.guideline.data;
  if (other !== undefined) {
    await context.fail({ key: 'official.other-edition', args: { path: file, edition: other, title } });
    return STATUS.failed;
  }
  const report = officialReport(chosen, translate);
  const found = chosen.report.items.length > 0;
  const target = flags.output ?? await place(chosen.guideline.id, flags.user === true, context);
  if (found && !await write(target, officialFileText(chosen, path.basename(file), translate), flags, context)) return STATUS.failed;
  // The file itself takes standard output.
  const to = found && isStdout(target) ? io.stderr : io.stdout;
  const written = found && !isStdout(target) ? shown(target, io.cwd) : null;
  const { items, ...rest } = chosen.report;
  if (flags.format === 'json') await to.write(asJson({ guideline: chosen.guideline.id, ...rest, found: items.map(({ id, page }) => ({ id, ...(page === undefined ? {} : { page }) })), written }));
  else await to.write(report + (written === null ? '' : `\n${translate({ key: 'cli.import.written', args: { path: written } })}\n`));
  if (!found) await context.fail({ key: 'official.none', args: { path: file } });
  return found ? STATUS.fine : STATUS.found;
}

async function readText(file: string, context: Context): Promise<string | undefined> {
  const { io } = context;
  try {
    const bytes = await (file === '-' ? io.readStdin() : io.readFile(path.resolve(io.cwd, file)));
    if (isPdf(bytes)) return await readPdf(file, bytes, context);
    const text = decoded(bytes);
    if (text === undefined) await context.fail({ key: 'official.not-text', args: { path: file } });
    return text;
  } catch (error) {
    await context.fail(accessProblem(error, file, 'cli.files.unreadable'));
    return undefined;
  }
}

async function readPdf(file: string, bytes: Uint8Array, context: Context): Promise<string | undefined> {
  try {
    const text = await pdfText(bytes, context.io.cwd);
    if (text.trim() !== '') return text;
    await context.fail({ key: 'cli.import.pdf-no-text', args: { path: file } });
  } catch (error) {
    if (error instanceof NoLibrary) await context.fail({ key: 'cli.import.no-library' });
    else await context.fail({ key: 'cli.import.pdf-unreadable', args: { path: file, reason: error instanceof Error ? error.message : String(error) } });
  }
  return undefined;
}

function choose(text: string, id: string | undefined, context: Context): Chosen {
  const able = context.catalogue().guidelines.filter(({ data }) => data.layout);
  const wanted = id === undefined ? able : able.filter((guideline) => guideline.id === id);
  const chosen = chooseGuideline(text, wanted);
  if (chosen) return chosen;
  const known = able.map((guideline) => guideline.id).join(', ');
  throw new UsageError(id === undefined ? { key: 'official.no-layout' } : { key: 'cli.import.unknown-guideline', args: { id, known } });
}

/** The nearest folder `.sds`, or a new one here; or the user's own. */
async function place(guideline: string, ofUser: boolean, { io }: Context): Promise<string> {
  if (ofUser) {
    const folder = userFolder(io.env);
    if (folder === undefined) throw new UsageError({ key: 'cli.import.no-user-folder' });
    return path.join(folder, officialName(guideline));
  }
  for (let at = io.cwd; ; at = path.dirname(at)) {
    if (await access(path.join(at, FOLDER)).then(() => true, () => false)) return path.join(at, officialFile(guideline));
    if (at === path.dirname(at)) return path.join(io.cwd, officialFile(guideline));
  }
}

async function write(target: string, text: string, flags: ImportFlags, context: Context): Promise<boolean> {
  const { cwd } = context.io;
  if (!isStdout(target) && flags.output === undefined) {
    try {
      await mkdir(path.dirname(target), { recursive: true });
    } catch (error) {
      await context.fail(accessProblem(error, shown(target, cwd), 'cli.files.unwritable'));
      return false;
    }
  }
  return writeDocument(isStdout(target) ? target : shown(target, cwd), text, flags.force === true, context);
}

function shown(target: string, cwd: string): string {
  const relative = path.relative(cwd, path.resolve(cwd, target));
  const short = relative.startsWith('..') ? target : relative;
  return path.sep === '\\' ? short.replaceAll('\\', '/') : short;
}
