import { readFileSync } from 'node:fs';
import { NotText, type Entry, type Files, type Stamp } from '../../server/src/workspace/files.ts';

const folder = new URL('../fixtures/workspace/', import.meta.url);

/** The invented second edition, as a workspace has it. */
export const FIXTURES = ['.sds/guidelines/model-2.yaml', '.sds/forms/model-2.yaml', '.sds/config.yaml', 'example.sds.yaml'] as const;

export function fixture(name: (typeof FIXTURES)[number]): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

/** A text with one place replaced, which it must have. */
export function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`There is no "${from}".`);
  return text.replace(from, to);
}

/** Files in memory, by their path from the root. */
export class FakeFiles implements Files {
  readonly content: Map<string, string | Error>;
  /** Sizes that files pretend to have, by path. */
  readonly sizes = new Map<string, number>();
  /** Every content that a file was seen with stands for a time at which it was written. */
  readonly #states: (string | Error)[] = [];
  /** How many times a file was read. */
  reads = 0;

  constructor(content: Record<string, string | Error> = {}) {
    this.content = new Map(Object.entries(content));
  }

  async read(uri: string): Promise<string | undefined> {
    this.reads++;
    const found = this.content.get(pathOf(uri));
    if (found instanceof Error) throw found;
    return found;
  }

  async list(uri: string): Promise<string[] | undefined> {
    const prefix = pathOf(uri);
    const below = [...this.content.keys()].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length).split('/')[0]!);
    return below.length === 0 ? undefined : [...new Set(below)].sort();
  }

  async entries(uri: string): Promise<Entry[] | undefined> {
    const prefix = pathOf(uri).replace(/\/*$/, '/');
    return (await this.list(`file://${prefix}`))?.map((name) => ({ name, folder: !this.content.has(prefix + name) }));
  }

  async stamp(uri: string): Promise<Stamp | undefined> {
    const found = this.content.get(pathOf(uri));
    if (found === undefined) return undefined;
    if (!this.#states.includes(found)) this.#states.push(found);
    return { size: this.sizes.get(pathOf(uri)) ?? String(found).length, written: this.#states.indexOf(found) };
  }
}

export const NOT_TEXT = new NotText();

function pathOf(uri: string): string {
  return decodeURIComponent(new URL(uri).pathname);
}
