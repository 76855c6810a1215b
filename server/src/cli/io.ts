import type { Prompt } from './prompt.ts';

/** What the command line needs of the world, so that tests can stand in for it. */
export interface Io {
  cwd: string;
  env: Record<string, string | undefined>;
  stdout: Output;
  stderr: Output;
  stdin: { isTTY: boolean };
  /** @throws an error with a `code` such as ENOENT */
  readFile(path: string): Promise<Uint8Array>;
  /** Whole or not at all. @throws an error with a `code` such as EACCES; EEXIST where a new file has the name of another */
  writeFile(path: string, content: Uint8Array, options?: { isNew?: boolean }): Promise<void>;
  readStdin(): Promise<Uint8Array>;
  /** Only where standard input and standard output are a terminal. */
  openPrompt(): Prompt;
  /** Milliseconds, from anywhere. */
  now(): number;
}

export interface Output {
  /** Resolves once more can be written. */
  write(text: string): Promise<void>;
  isTTY: boolean;
  columns?: number;
}
