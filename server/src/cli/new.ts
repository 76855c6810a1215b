import type { Command } from 'commander';
import type { Form } from '../catalogue/form-index.ts';
import { newSheet, type NewSheet } from '../features/new-sheet.ts';
import { today } from '../today.ts';
import { STATUS, UsageError, type Context, type Status } from './context.ts';
import { formNamed } from './form.ts';
import { Interview } from './interview.ts';
import { readAnswers, readHeader } from './new-options.ts';
import { collect } from './options.ts';
import { obstacle, isStdout, writeDocument } from './output.ts';
import { Interrupted } from './prompt.ts';
import { contextFor } from './workspace.ts';

interface NewFlags {
  form?: string;
  set?: string[];
  answer?: string[];
  output?: string;
  force?: boolean;
  yes?: boolean;
}

/** Declares `sds new`. */
export function addNew(program: Command, context: Context, finish: (status: Status) => void): void {
  const { translate } = context;
  program.command('new')
    .description(translate({ key: 'cli.new.description' }))
    .option('--form <ID>', translate({ key: 'cli.option.form' }))
    .option('--set <KEY=VALUE>', translate({ key: 'cli.option.set' }), collect)
    .option('--answer <ROW=WORD>', translate({ key: 'cli.option.answer' }), collect)
    .option('-o, --output <FILE>', translate({ key: 'cli.option.new-output' }))
    .option('--force', translate({ key: 'cli.option.force' }))
    .option('-y, --yes', translate({ key: 'cli.option.yes' }))
    .action(async (flags: NewFlags) => {
      const here = await contextFor(isStdout(flags.output) ? undefined : { name: flags.output }, context);
      const status = await write(flags, here.context);
      finish(status === STATUS.fine ? here.status : status);
    });
}

async function write(flags: NewFlags, context: Context): Promise<Status> {
  const { io, translate } = context;
  const replace = flags.force === true;
  // Nobody answers dozens of questions only to hear this.
  const there = isStdout(flags.output) ? undefined : await obstacle(flags.output, replace, context);
  if (there) throw new UsageError(there);
  const asks = io.stdin.isTTY && io.stdout.isTTY && !flags.yes;
  const chosen = asks ? await interview(flags, context) : fromOptions(flags, context);
  if (chosen === undefined) {
    await context.fail({ key: 'cli.new.interrupted' });
    return STATUS.failed;
  }
  const { form, given, output } = chosen;
  const text = newSheet(context.catalogue(), form, given);
  if (!await writeDocument(output, text, replace, context)) return STATUS.failed;
  if (!isStdout(output)) await io.stdout.write(`${translate({ key: 'cli.new.written', args: { path: output } })}\n`);
  return STATUS.fine;
}

interface Chosen {
  form: Form;
  given: NewSheet;
  output: string | undefined;
}

/** Without a terminal everything comes from the options, and what they leave open stays empty. */
function fromOptions(flags: NewFlags, context: Context): Chosen {
  const { forms } = context.catalogue();
  const form = flags.form === undefined ? forms[0] : formNamed(flags.form, context);
  if (!form || (flags.form === undefined && forms.length > 1)) {
    throw new UsageError({ key: 'cli.new.which-form', args: { known: forms.map(({ id }) => id).join(', ') } });
  }
  const given = readOptions(flags, form, context);
  // Whoever says yes takes the defaults; otherwise what is not said is not made up.
  const dates = flags.yes ? form.header.filter((field) => field.kind === 'date' && field.required) : [];
  const header = { ...Object.fromEntries(dates.map(({ key }) => [key, today()])), ...given.header };
  return { form, given: { ...given, header }, output: flags.output };
}

/** @returns nothing when the person at the terminal breaks off */
async function interview(flags: NewFlags, context: Context): Promise<Chosen | undefined> {
  const talk = new Interview(context, today());
  try {
    const form = flags.form === undefined ? await talk.form() : formNamed(flags.form, context);
    const { header, answers } = readOptions(flags, form, context);
    await talk.begin(form);
    const fields = await talk.header(form, header);
    const output = flags.output ?? await talk.file(form, fields, flags.force === true);
    return { form, given: { header: fields, answers: await talk.answers(form, answers) }, output };
  } catch (error) {
    if (error instanceof Interrupted) return undefined;
    throw error;
  } finally {
    talk.close();
  }
}

function readOptions(flags: NewFlags, form: Form, context: Context): NewSheet {
  return { header: readHeader(flags.set ?? [], form, context.catalogue()), answers: readAnswers(flags.answer ?? [], form) };
}
