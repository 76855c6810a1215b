import type { InitializeParams } from 'vscode-languageserver';
import type { ClientCommands, FeatureContext } from '../features/context.ts';

/** What a client may say beyond the protocol, and besides its settings, when it starts the server. */
export type InitializationOptions = Pick<FeatureContext, 'suggestCommand' | 'codeActionsCommand' | 'commands'>;

const COMMANDS = ['nextOpenQuestion', 'nextProblem', 'showReferences'] as const satisfies (keyof ClientCommands)[];

/** @returns what is understood of the options */
export function readOptions(value: InitializeParams['initializationOptions']): InitializationOptions {
  const { suggestCommand, codeActionsCommand, commands } = (value ?? {}) as { suggestCommand?: unknown; codeActionsCommand?: unknown; commands?: Record<string, unknown> | null };
  const known = COMMANDS.flatMap((name) => {
    const command = commands?.[name];
    return typeof command === 'string' && command !== '' ? [[name, command]] : [];
  });
  return {
    ...(typeof suggestCommand === 'string' ? { suggestCommand } : {}),
    ...(typeof codeActionsCommand === 'string' ? { codeActionsCommand } : {}),
    ...(known.length > 0 ? { commands: Object.fromEntries(known) as ClientCommands } : {}),
  };
}
