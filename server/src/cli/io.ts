/** What the command line needs of the world, so that tests can stand in for it. */
export interface Io {
  cwd: string;
  env: Record<string, string | undefined>;
  stdout: Output;
  stderr: Output;
  /** @throws an error with a `code` such as ENOENT */
  readFile(path: string): Promise<Uint8Array>;
  /** @throws an error with a `code` such as EACCES */
  writeFile(path: string, content: Uint8Array): Promise<void>;
  readStdin(): Promise<Uint8Array>;
  /** Milliseconds, from anywhere. */
  now(): number;
}

export interface Output {
  /** Resolves once more can be written. */
  write(text: string): Promise<void>;
  isTTY: boolean;
  columns?: number;
}
