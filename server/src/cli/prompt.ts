import { createInterface } from 'node:readline';

/** Asks at a terminal, one line at a time. */
export interface Prompt {
  /**
   * @param question its last line stands before what is typed
   * @returns the line that was typed; nothing once the input has ended
   * @throws Interrupted
   */
  ask(question: string): Promise<string | undefined>;
  close(): void;
}

/** The person at the terminal wants none of it (Ctrl+C). */
export class Interrupted extends Error {}

/** A prompt with the terminal's own line editing. Lines that are typed or pasted ahead wait for their questions. */
export function openPrompt(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Prompt {
  const lines = createInterface({ input, output, terminal: true, historySize: 0 });
  const ahead: string[] = [];
  let state: 'open' | 'ended' | 'interrupted' = 'open';
  const is = (one: typeof state): boolean => state === one;
  let waiting: (() => void) | undefined;
  const wake = (): void => {
    waiting?.();
    waiting = undefined;
  };
  lines.on('line', (line) => {
    ahead.push(line);
    wake();
  });
  lines.on('SIGINT', () => {
    state = 'interrupted';
    lines.close();
  });
  lines.on('close', () => {
    if (state === 'open') state = 'ended';
    wake();
  });
  return {
    ask: async (question) => {
      if (is('open')) {
        lines.setPrompt(question);
        lines.prompt();
      }
      if (is('open') && ahead.length === 0) await new Promise<void>((resolve) => waiting = resolve);
      const line = ahead.shift();
      if (is('interrupted') || line === undefined) output.write('\n');
      if (is('interrupted')) throw new Interrupted();
      return line;
    },
    close: () => lines.close(),
  };
}
