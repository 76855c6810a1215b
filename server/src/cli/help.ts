import { Help, type Command, type Option } from 'commander';
import type { MessageKey } from '../l10n/translate.ts';
import type { Context } from './context.ts';
import { columnsOf } from './format/visible.ts';

const TITLES: Record<string, MessageKey> = {
  'Usage:': 'cli.help.usage',
  'Arguments:': 'cli.help.arguments',
  'Options:': 'cli.help.options',
  'Global Options:': 'cli.help.global-options',
  'Commands:': 'cli.help.commands',
};

/**
 * Makes a program and its commands speak the user's language and never write or exit on their own.
 * @param write takes what would have been written; of errors only help, which is asked for
 */
export function localise(program: Command, context: Context, write: (stream: 'stdout' | 'stderr', text: string) => void): void {
  const { translate, io } = context;
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .helpOption('-h, --help', translate({ key: 'cli.option.help' }))
      .configureOutput({
        writeOut: (text) => write('stdout', text),
        writeErr: (text) => write('stderr', text),
        outputError: () => {},
        getOutHelpWidth: () => io.stdout.columns ?? 100,
        getErrHelpWidth: () => io.stderr.columns ?? 100,
        getOutHasColors: () => false,
        getErrHasColors: () => false,
      })
      .configureHelp({
        showGlobalOptions: true,
        displayWidth: columnsOf,
        commandUsage: (one) => new Help().commandUsage(one).replace('[options]', translate({ key: 'cli.help.any-options' })).replace('[command]', translate({ key: 'cli.help.any-command' })),
        styleTitle: (title) => (title in TITLES ? translate({ key: TITLES[title]! }) : title),
        optionDescription: ({ description, defaultValue }: Option) => (defaultValue === undefined
          ? description
          : translate({ key: 'cli.help.default', args: { description, value: String(defaultValue) } })),
      });
    const key = EXAMPLES[command.name()];
    if (key !== undefined) command.addHelpText('after', `\n${translate({ key })}`);
  }
  program.helpCommand('help [command]', translate({ key: 'cli.help.command' }));
}

const EXAMPLES: Record<string, MessageKey> = {
  lint: 'cli.lint.help',
  fix: 'cli.fix.help',
  guideline: 'cli.guideline.help',
  new: 'cli.new.help',
  render: 'cli.render.help',
};
