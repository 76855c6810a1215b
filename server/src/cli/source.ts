import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Message } from '../l10n/translate.ts';
import { readSheet } from '../sheet/read.ts';
import type { Sheet } from '../sheet/model.ts';
import type { Context } from './context.ts';
import type { FoundFile } from './files.ts';

/** A file's text as it was read. */
export interface Source {
  file: FoundFile;
  /** Without the byte order mark, which positions never count. */
  text: string;
  /** The byte order mark, or nothing. */
  mark: string;
}

const MARK = '\ufeff';
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * Reads a file, or says on standard error why that is not possible.
 * @returns undefined for a file that cannot be read or is not UTF-8
 */
export async function readSource(file: FoundFile, context: Context): Promise<Source | undefined> {
  const bytes = await readBytes(file, context);
  if (bytes === undefined) return undefined;
  try {
    const text = decoder.decode(bytes);
    return text.startsWith(MARK) ? { file, text: text.slice(1), mark: MARK } : { file, text, mark: '' };
  } catch {
    await context.fail({ key: 'cli.files.not-utf8', args: { path: file.name } });
    return undefined;
  }
}

/** Writes a text back, with the mark that it had. */
export async function writeSource({ file, mark }: Source, text: string, context: Context): Promise<boolean> {
  try {
    await context.io.writeFile(file.path ?? file.name, encoder.encode(mark + text));
    return true;
  } catch (error) {
    await context.fail(accessProblem(error, file.name, 'cli.files.unwritable'));
    return false;
  }
}

/** @returns the sheet that a text is */
export function sheetOf(text: string, file: FoundFile, context: Context): Sheet {
  return readSheet(TextDocument.create(file.name, 'sds-yaml', 0, text), context.catalogue());
}

async function readBytes(file: FoundFile, context: Context): Promise<Uint8Array | undefined> {
  try {
    return await (file.path === undefined ? context.io.readStdin() : context.io.readFile(file.path));
  } catch (error) {
    await context.fail(accessProblem(error, file.name, 'cli.files.unreadable'));
    return undefined;
  }
}

/** @returns what to say of a file that cannot be read or written */
export function accessProblem(error: unknown, path: string, other: 'cli.files.unreadable' | 'cli.files.unwritable'): Message {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return { key: 'cli.files.missing', args: { path } };
  if (code === 'EISDIR') return { key: 'cli.files.is-folder', args: { path } };
  if (code === 'EFBIG' && other === 'cli.files.unreadable') return { key: 'cli.files.too-large', args: { path } };
  if (code === 'ENOSPC' || code === 'EDQUOT') return { key: 'cli.files.no-space', args: { path } };
  if (code === 'EACCES' || code === 'EPERM') return { key: `${other}-denied`, args: { path } };
  return { key: other, args: { path, reason: code ?? message } };
}
