import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures, TextDocuments } from 'vscode-languageserver/browser';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { shippedCatalogueData, shippedValidators } from '../shipped.ts';
import { clientFiles } from './client-files.ts';
import { serve } from './server.ts';
import { onlyWellFormed } from './well-formed.ts';

/** The types of the browser's window are at hand; those of a worker, which is a port to its parent, cannot be beside them. */
const worker = globalThis as unknown as MessagePort;
const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(worker), new BrowserMessageWriter(worker), { messageStrategy: onlyWellFormed() });
const log = (error: unknown): void => connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
globalThis.addEventListener('unhandledrejection', ({ reason }) => log(reason));
globalThis.addEventListener('error', ({ error, message }) => log(error ?? message));
connection.onExit(() => worker.close());

serve(connection, new TextDocuments(TextDocument), { data: shippedCatalogueData(), validators: shippedValidators(), files: clientFiles(connection) });
