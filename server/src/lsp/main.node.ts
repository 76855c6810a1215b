// What comes after it is loaded within its limits.
import { roomForWork } from './heap.node.ts';
import { createConnection, ProposedFeatures, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../../package.json';
import { localeFrom } from '../l10n/locale.ts';
import { translator, type Locale } from '../l10n/translate.ts';
import { shippedCatalogueData, shippedValidators } from '../shipped.ts';
import type { Files } from '../workspace/files.ts';
import { clientFiles } from './client-files.ts';
import { nodeFiles, withNodeFiles } from './files.node.ts';
import { CLIENT_FILES } from './protocol.ts';
import { serve } from './server.ts';
import { userFolderUri } from './user-folder.node.ts';
import { onlyWellFormed } from './well-formed.ts';

const local = (told?: string): Locale => localeFrom(process.argv.slice(2), process.env, told);
const asked = (name: string): boolean => process.argv.includes(name);
const usage = (): string => `sds-language-server: ${translator(local())({ key: 'server.usage' })}\n`;
if (asked('--version') || asked('--help')) {
  process.stdout.write(asked('--help') ? usage() : `${version}\n`);
  process.exit(0);
}
if (!process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(argument))) {
  process.stderr.write(usage());
  process.exit(2);
}

const connection = createConnection(ProposedFeatures.all, { messageStrategy: onlyWellFormed() });
const log = (error: unknown): void => connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
process.on('unhandledRejection', log);
process.on('uncaughtException', log);

const personal = userFolderUri(process.env);
const worked = roomForWork();
const there = asked(CLIENT_FILES) ? withNodeFiles(clientFiles(connection)) : nodeFiles;
const files: Files = { ...there, read: (uri) => (worked(), there.read(uri)) };
const host = { data: shippedCatalogueData(), validators: shippedValidators(), files, ...(personal === undefined ? {} : { personal }) };
const documents = new TextDocuments(TextDocument);
documents.onDidChangeContent(worked);
serve(connection, documents, host, local);
