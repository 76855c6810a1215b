import { Command, CommanderError, Option } from 'commander';
import type { CatalogueData } from '../catalogue/catalogue.ts';
import { translator } from '../l10n/translate.ts';
import { nodeFiles } from '../lsp/files.node.ts';
import { userFolderUri } from '../lsp/user-folder.node.ts';
import type { Validators } from '../workspace/validators.ts';
import { Workspaces } from '../workspace/workspaces.ts';
import { commandLineProblem } from './command-line.ts';
import { STATUS, UsageError, failureLine, type Context, type Status } from './context.ts';
import { addFix } from './fix.ts';
import { addForm } from './form.ts';
import { addGuideline } from './guideline.ts';
import { localise } from './help.ts';
import type { Io } from './io.ts';
import { addLint } from './lint.ts';
import { LOCALES, localeFrom } from '../l10n/locale.ts';
import { addNew } from './new.ts';
import { oneOf } from './options.ts';
import { addRender } from './render.ts';

export interface Host {
  io: Io;
  /** The data that ships; asked for at most once. */
  data(): CatalogueData;
  /** What checks the forms and guidelines of a workspace. */
  validators: Validators;
  version: string;
  /** The style sheets of a rendered sheet. */
  css: () => string;
}

/**
 * Runs the command line.
 * @param args without the program's name
 * @returns the exit status
 */
export async function run(args: readonly string[], host: Host): Promise<Status> {
  const { io, version, css } = host;
  const locale = localeFrom(args, io.env);
  const translate = translator(locale);
  const personal = userFolderUri(io.env);
  let made: Workspaces | undefined;
  const workspaces = (): Workspaces => made ??= new Workspaces({ data: host.data(), validators: host.validators, files: nodeFiles, ...(personal === undefined ? {} : { personal }) });
  const context: Context = {
    io, locale, translate, version, css,
    workspaces,
    catalogue: () => workspaces().bare.catalogue,
    fail: (message) => io.stderr.write(failureLine(message, translate)),
    note: (message) => io.stderr.write(failureLine(message, translate)),
  };

  let status: Status = STATUS.fine;
  const output: { stream: 'stdout' | 'stderr'; text: string }[] = [];
  const program = declare(context, (result) => status = result);
  localise(program, context, (stream, text) => output.push({ stream, text }));
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    for (const { stream, text } of output) await io[stream].write(text);
    if (error instanceof UsageError) await context.fail(error.details);
    else if (error instanceof CommanderError) return await commanderStatus(error, program, context);
    else throw error;
    return STATUS.failed;
  }
  return status;
}

function declare(context: Context, finish: (status: Status) => void): Command {
  const { translate, version } = context;
  const program = new Command('sds')
    .description(translate({ key: 'cli.description' }))
    .version(version, '--version', translate({ key: 'cli.option.version' }))
    .addOption(new Option(`--locale <${LOCALES.join('|')}>`, translate({ key: 'cli.option.locale' })).argParser(oneOf('--locale', LOCALES)));
  for (const add of [addLint, addFix, addForm, addGuideline, addNew, addRender]) add(program, context, finish);
  return program;
}

/** Help and the version also end in an error, of which nothing is to be said. */
async function commanderStatus(error: CommanderError, program: Command, context: Context): Promise<Status> {
  const problem = commandLineProblem(error, program);
  if (problem) await context.fail(problem);
  return error.exitCode === 0 ? STATUS.fine : STATUS.failed;
}
