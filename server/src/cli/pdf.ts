import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const LIBRARY = 'pdfjs-dist';

/** The library that reads PDF files is not installed. */
export class NoLibrary extends Error {}

/** What of the library is used. */
interface Pdfjs {
  getDocument(source: object): { promise: Promise<PdfDocument>; destroy(): Promise<void> };
}
interface PdfDocument {
  numPages: number;
  getPage(number: number): Promise<{ getTextContent(): Promise<{ items: (PdfText | { type: string })[] }> }>;
}
interface PdfText {
  str: string;
  hasEOL: boolean;
}

/**
 * Reads the text of a PDF file by a library that is no part of this program.
 * @param cwd also looked in for the library, besides where this program is installed
 * @returns the pages, parted by form feeds
 * @throws NoLibrary, or what the library says of the file
 */
export async function pdfText(bytes: Uint8Array, cwd: string): Promise<string> {
  const { pdfjs, folder } = await load(cwd);
  const inFolder = (name: string): string => path.join(folder, name) + path.sep;
  const task = pdfjs.getDocument({
    // The library takes the bytes away.
    data: Uint8Array.from(bytes), cMapUrl: inFolder('cmaps'), cMapPacked: true, standardFontDataUrl: inFolder('standard_fonts'), wasmUrl: inFolder('wasm'),
    isEvalSupported: false, useSystemFonts: false, disableFontFace: true, verbosity: 0,
  });
  try {
    const document = await task.promise;
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    }
    return pages.map((page) => `${page}\f`).join('');
  } finally {
    await task.destroy();
  }
}

async function load(cwd: string): Promise<{ pdfjs: Pdfjs; folder: string }> {
  const manifest = [import.meta.url, path.join(cwd, 'package.json')].flatMap((from) => {
    try {
      return [createRequire(from).resolve(`${LIBRARY}/package.json`)];
    } catch {
      return [];
    }
  })[0];
  if (manifest === undefined) throw new NoLibrary();
  const folder = path.dirname(manifest);
  const file = pathToFileURL(path.join(folder, 'legacy', 'build', 'pdf.mjs')).href;
  return { pdfjs: await quietly(() => import(file) as Promise<Pdfjs>), folder };
}

/** Drawing is what the library would need these for, and a package of native code; text needs neither. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const scope = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) scope[name] ??= class {};
  const { warn } = console;
  console.warn = () => {};
  try {
    return await load();
  } finally {
    console.warn = warn;
  }
}
