import path from 'node:path';
import type { Command } from 'commander';
import { lint } from '../lint/lint.ts';
import { renderPage } from '../render/page.ts';
import { viewSheet } from '../render/view.ts';
import { layered } from '../workspace/layers.ts';
import { isSheetName } from '../workspace/walk.ts';
import { STATUS, UsageError, failureLine, type Context, type Status } from './context.ts';
import { STDIN, type FoundFile } from './files.ts';
import { isStdout, writeDocument } from './output.ts';
import { readSource, sheetOf } from './source.ts';
import { contextFor } from './workspace.ts';

/** Declares `sds render`. */
export function addRender(program: Command, context: Context, finish: (status: Status) => void): void {
  const { translate } = context;
  program.command('render')
    .description(translate({ key: 'cli.render.description' }))
    .argument('<file>', translate({ key: 'cli.argument.file' }))
    .option('-o, --output <FILE>', translate({ key: 'cli.option.render-output' }))
    .action(async (file: string, { output }: { output?: string }) => finish(await render(file, output, context)));
}

/** Whatever can be read is rendered; what could not be, and what is an error, the page says where it stands. */
async function render(name: string, output: string | undefined, context: Context): Promise<Status> {
  const { io } = context;
  // The page would take the place of what it was made of.
  if (!isStdout(output) && isSheetName(output)) throw new UsageError({ key: 'cli.render.onto-sheet', args: { path: output } });
  const file: FoundFile = name === STDIN ? { name } : { name, path: path.resolve(io.cwd, name) };
  if (!isStdout(output) && file.path === path.resolve(io.cwd, output)) throw new UsageError({ key: 'cli.render.onto-sheet', args: { path: output } });
  const source = await readSource(file, context);
  if (source === undefined) return STATUS.failed;
  const here = await contextFor(file, context);
  const sheet = sheetOf(source.text, file, here.context);
  if (!await writeDocument(output, renderPage(viewSheet(sheet), context.css()), true, context)) return STATUS.failed;
  const errors = lint(sheet, layered(here.settings)).filter(({ severity }) => severity === 'error').length;
  if (errors === 0) return here.status;
  await io.stderr.write(failureLine({ key: 'cli.render.errors', args: { path: name, count: errors } }, context.translate));
  return here.status === STATUS.fine ? STATUS.found : here.status;
}
