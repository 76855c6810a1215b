import { once } from 'node:events';
import { version } from '../../../package.json';
import { localeFrom } from '../l10n/locale.ts';
import { translator } from '../l10n/translate.ts';
import { shippedCatalogueData, shippedStyles, shippedValidators } from '../shipped.ts';
import { failureLine } from './context.ts';
import type { Io, Output } from './io.ts';
import { openPrompt } from './prompt.ts';
import { run } from './program.ts';
import { fileReader, joined } from './read-file.ts';
import { expectShortRun } from './short-run.ts';
import { accessProblem } from './source.ts';
import { writeWhole } from './write-file.ts';

const args = process.argv.slice(2);

function output(stream: NodeJS.WriteStream): Output {
  // Whoever reads may stop reading, as `head` does: that is no failure of this program.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    const translate = translator(localeFrom(args, process.env));
    if (stream === process.stdout) process.stderr.write(failureLine(accessProblem(error, translate({ key: 'cli.files.stdout' }), 'cli.files.unwritable'), translate));
    process.exit(2);
  });
  return {
    write: async (text) => {
      if (!stream.write(text)) await once(stream, 'drain');
    },
    isTTY: stream.isTTY === true,
    ...(stream.columns === undefined ? {} : { columns: stream.columns }),
  };
}

const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  stdin: { isTTY: process.stdin.isTTY },
  readFile: fileReader(),
  writeFile: writeWhole,
  readStdin: () => joined(process.stdin),
  openPrompt: () => openPrompt(process.stdin, process.stdout),
  now: () => performance.now(),
};

expectShortRun();
// Exiting by itself lets the output be written to its end.
run(args, { io, data: shippedCatalogueData, validators: shippedValidators(), css: shippedStyles, version }).then((status) => {
  process.exitCode = status;
}, (error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
