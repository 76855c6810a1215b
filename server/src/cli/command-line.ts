import type { Command, CommanderError } from 'commander';
import type { Message, MessageKey } from '../l10n/translate.ts';
import { nearest } from '../text/nearest.ts';

const PROBLEMS: Record<string, MessageKey> = {
  'commander.unknownCommand': 'cli.usage.unknown-command',
  'commander.unknownOption': 'cli.usage.unknown-option',
  'commander.missingArgument': 'cli.usage.missing-argument',
  'commander.optionMissingArgument': 'cli.usage.missing-value',
  'commander.excessArguments': 'cli.usage.too-many',
};
/** These only end the program. */
const OUTPUT = ['commander.help', 'commander.helpDisplayed', 'commander.version'];

/** @returns what the user did wrong, by the error's code; nothing where help or the version was shown */
export function commandLineProblem(error: CommanderError, program: Command): Message | undefined {
  if (OUTPUT.includes(error.code)) return undefined;
  const key = PROBLEMS[error.code] ?? 'cli.usage.other';
  // Only the message knows what was written: the first thing that it quotes.
  const written = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const near = nearest(written, known(error.code, program), 1)[0] ?? '';
  return { key, args: { written, near, known: near === '' ? 'no' : 'yes', message: error.message } };
}

function known(code: string, program: Command): string[] {
  if (code === 'commander.unknownCommand') return program.commands.map((command) => command.name());
  if (code !== 'commander.unknownOption') return [];
  // What another command takes is refused here just as well.
  const [name] = program.args;
  return [program, ...program.commands.filter((command) => command.name() === name)].flatMap((command) => command.options.flatMap(({ long }) => long ?? []));
}
