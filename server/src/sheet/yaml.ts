import { parseAllDocuments, type Alias, type Document, type Node } from 'yaml';
import { resolveAliases, type Aliases } from './aliases.ts';
import type { SyntaxNotice } from './notices.ts';
import type { Span } from './model.ts';
import type { Repaired } from './repair.ts';
import { quoted, quoteEnd } from './quotes.ts';
import { untraced } from './untraced.ts';
import { yamlErrorText } from './yaml-errors.ts';

const NO_ALIASES: Aliases = { targets: new Map(), broken: [] };

/** Beyond these a document is reported and not read any further. */
export const LIMITS = { characters: 300_000, lines: 5_000, entries: 5_000, depth: 100, aliased: 2_000 };

export interface ParsedYaml {
  contents: Node | null;
  notices: SyntaxNotice[];
  /** The node an alias stands for; undefined when there is none, or it would contain itself. */
  target(alias: Alias): Node | undefined;
}

/**
 * The document's one parse: YAML's failsafe schema, so that `17.10` and `2023-10-04` stay as written.
 * @returns the best tree there is, with notices whose spans are the document's own offsets; never throws
 */
export function parseYaml(repaired: Repaired): ParsedYaml {
  try {
    // The library does not know a lone CR as a line break; YAML does. Same length, so offsets hold.
    const documents = untraced(() => [...parseAllDocuments(repaired.text.includes('\r') ? repaired.text.replace(/\r(?!\n)/g, '\n') : repaired.text, {
      schema: 'failsafe', resolveKnownTags: false, uniqueKeys: false, prettyErrors: false, logLevel: 'silent',
    })]);
    const first = documents[0];
    if (!first) return { contents: null, notices: [], target: () => undefined };
    const { targets, broken } = repaired.text.includes('*') ? resolveAliases(first, LIMITS.aliased) : NO_ALIASES;
    // One that is too much makes most others too much as well.
    const told = broken.filter(({ cause }, at) => cause !== 'too-many-aliases' || broken.findIndex((one) => one.cause === cause) === at);
    const aliases = told.map(({ alias, cause }): SyntaxNotice => (
      { kind: 'syntax', span: toDocument(repaired, alias.range?.[0] ?? 0, alias.range?.[1] ?? 0), cause, text: `*${alias.source}` }));
    return {
      contents: first.contents,
      notices: [...errorsOf(first, repaired), ...aliases, ...furtherDocuments(documents, repaired)],
      target: (alias) => targets.get(alias),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { contents: null, notices: [{ kind: 'syntax', span: { start: 0, end: 0 }, cause: 'too-deep', text: '' }], target: () => undefined };
  }
}

/** Only the first: what the library says behind it is mostly a consequence, and what is not shows once it is mended. */
function errorsOf(document: Document.Parsed | Document, repaired: Repaired): SyntaxNotice[] {
  return document.errors.slice(0, 1).map((error) => {
    const span = toDocument(repaired, error.pos[0], error.pos[1]);
    return {
      kind: 'syntax', span, cause: error.code === 'RESOURCE_EXHAUSTION' ? 'too-deep' : `yaml:${error.code}`,
      text: yamlErrorText(repaired.text, error.pos[0]),
      ...(error.code === 'BAD_DQ_ESCAPE' ? escapes(repaired, error.pos[0]) : {}),
    };
  });
}

/** What stands in double quotes with backslashes that begin no escape, as paths do: single quotes keep it. */
function escapes(repaired: Repaired, at: number): Pick<SyntaxNotice, 'edits'> {
  const { text } = repaired;
  const lineAt = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at)) + 1;
  for (let start = text.indexOf('"', lineAt); start >= 0 && start <= at; start = text.indexOf('"', quoteEnd(text, start, text.length))) {
    const end = quoteEnd(text, start, text.length);
    const written = text.slice(start, end);
    const span = toDocument(repaired, start, end);
    if (end < at || end > text.length) continue;
    if (/[\r\n]|\\["\\]/.test(written) || span.end - span.start !== written.length) return {};
    return { edits: [{ span, text: quoted(written.slice(1, -1)) }] };
  }
  return {};
}

function furtherDocuments(documents: Document[], repaired: Repaired): SyntaxNotice[] {
  const second = documents[1];
  if (!second) return [];
  const behind = documents[0]!.range?.[1] ?? 0;
  const start = second.range?.[0] ?? repaired.text.length;
  const marker = /^(?:---|\.\.\.)(?=\s|$)/m.exec(repaired.text.slice(behind));
  const at = marker ? behind + marker.index : start;
  return [{ kind: 'syntax', span: toDocument(repaired, at, at + 3), cause: 'several-documents', text: marker?.[0] ?? '---' }];
}

function toDocument(repaired: Repaired, start: number, end: number): Span {
  const from = repaired.toDocument(start);
  return { start: from, end: Math.max(from, repaired.toDocument(end)) };
}
