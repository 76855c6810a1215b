/** An address of a page, or a path of a file, in a text. UTF-16 offsets in the text. */
export interface Address {
  start: number;
  end: number;
  kind: 'url' | 'path';
}

/** What documents are kept as. Other endings may as well be a number or an abbreviation. */
const FILE = /\.(?:pdf|docx?|docm|rtf|odt|jtdc?|xdw|xbd|xls[xmb]?|ods|csv|tsv|pptx?|odp|vsdx?|txt|log|md|html?|xml|json|ya?ml|zip|7z|png|jpe?g|gif|svg|tiff?|bmp|eml|msg)(?:#[^\s\u3000#]+)?$/iu;
/** The same in the midst of a text: another file may follow. */
const FILE_WITHIN = new RegExp(FILE.source.replace('$', '[\\s\\u3000、，,;；]'), 'iu');
/** Paths that show by their beginning that they are: from here, from above, from a drive, from a share. A yen sign is a backslash to Japanese eyes. */
const ROOTED = /^(?:\.{1,2}[\\/]|[A-Za-z]:[\\/¥￥]|[\\¥￥]{2}[^\\/¥￥\s]+[\\/¥￥])[^\s]/u;
const FROM_ROOT = /^\/[^/\s]+(?:\/[^/\s]+)*\/?$/u;
/** Looks like a host: what stands behind it is no file beside the sheet. */
const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\//iu;
const URL_IN_TEXT = /(?:https?|file):\/\/[^\s\u3000<>"'`「」『』（）【】、。，；]+/giu;
const TOKEN = /[^\s\u3000、，,;；：「」『』（）()【】<>"']+/gu;

/**
 * Finds what clearly is an address or a path. What might be something else is left out.
 * @param text one scalar, or one line of a text
 */
export function addressesIn(text: string): Address[] {
  const urls = [...text.matchAll(URL_IN_TEXT)].map(({ 0: found, index }): Address => ({ start: index, end: index + trimmed(found).length, kind: 'url' }));
  if (urls.length > 0) return urls;
  const start = text.length - text.trimStart().length;
  const whole = text.trim();
  if (isWholePath(whole)) return [{ start, end: start + whole.length, kind: 'path' }];
  return [...text.matchAll(TOKEN)].filter(({ 0: token, index }) => isPath(token, () => isFirst(text, index)))
    .map(({ 0: token, index }) => ({ start: index, end: index + token.length, kind: 'path' }));
}

/** @returns the path without its fragment, and the fragment that only a known ending can have before it */
export function splitPath(path: string): { path: string; fragment: string } {
  const at = FILE.test(path) ? path.lastIndexOf('#') : -1;
  return at < 0 ? { path, fragment: '' } : { path: path.slice(0, at), fragment: path.slice(at + 1) };
}

/** A path may have blanks in it, but not in what could be words before it. */
function isWholePath(text: string): boolean {
  const first = /^[^\s\u3000]*/.exec(text)![0];
  if (first === text) return isPath(text, () => true) && !/[、，,;；]/.test(text);
  return (ROOTED.test(first) || /[\\/]/.test(first)) && !HOST.test(first) && FILE.test(text) && !FILE_WITHIN.test(text) && !/[、，,;；。]/.test(text);
}

/** @param first whether nothing stands before it; behind words a bare name may be the rest of one with blanks in it */
function isPath(token: string, first: () => boolean): boolean {
  if (ROOTED.test(token)) return true;
  if (FROM_ROOT.test(token)) return FILE.test(token) || token.split('/').length > 2;
  if (!FILE.test(token) || HOST.test(token) || /[:*?|@<>"]/.test(token)) return false;
  return /^\.|[\\/]/.test(token.slice(0, -1)) || first();
}

/** Nothing stands before it, or what separates one from another. */
function isFirst(text: string, index: number): boolean {
  let before = index - 1;
  while (before >= 0 && /[\s\u3000]/.test(text[before]!)) before--;
  return before < 0 || /[、，,;；：「『（(【<"']/.test(text[before]!);
}

/** Punctuation behind an address belongs to the text; so does a closing bracket that nothing in it opens. */
function trimmed(url: string): string {
  const counts = new Map<string, number>();
  for (const character of url) counts.set(character, (counts.get(character) ?? 0) + 1);
  let end = url.length;
  for (; end > 0; end--) {
    const last = url[end - 1]!;
    const opening = { ')': '(', ']': '[', '}': '{' }[last];
    const belongs = opening === undefined ? !/[.,:;!?]/.test(last) : (counts.get(opening) ?? 0) >= counts.get(last)!;
    if (belongs) break;
    counts.set(last, counts.get(last)! - 1);
  }
  return url.slice(0, end);
}
