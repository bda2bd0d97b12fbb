/** The language server as a web worker. */
import '../language/polyfill.js';
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientFileSystem } from './client-files.js';
import { serve } from './server.js';

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
serve(connection, { fileSystem: clientFileSystem(connection) });
