/** The custom requests and notifications of `protocol.ts`. */
import { URI } from 'langium';
import { CodeLensRefreshRequest, type CancellationToken, type Connection } from 'vscode-languageserver';
import { builtInText } from '../language/documents/addresses.js';
import { applyParameters } from '../language/lsp/apply-parameters.js';
import type { SoretServices, SoretSharedServices } from '../language/services.js';
import { checkedDiagnostics } from './checked.js';
import type { Models } from './models.js';
import type { ClientNotifications, Requests } from './protocol.js';

type Handlers = {
  readonly [Name in keyof Requests]: (
    params: Requests[Name]['params'],
    cancel: CancellationToken,
  ) => Requests[Name]['result'] | Promise<Requests[Name]['result']>;
};

export function answerRequests(
  connection: Connection,
  services: { shared: SoretSharedServices; soret: SoretServices },
  models: Models,
): void {
  const { shared, soret } = services;
  const handlers: Handlers = {
    'soret/model': ({ uri }, cancel) => models.answer(uri, cancel),
    'soret/check': async ({ uri }, cancel) => {
      await models.answer(uri, cancel);
      const document = shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
      return document ? checkedDiagnostics(document, (related) => related) : [];
    },
    'soret/builtin': ({ uri }) => builtInText(URI.parse(uri)) ?? '',
    'soret/applyParameters': async ({ uri, values, fit }, cancel) => {
      await models.answer(uri, cancel);
      const document = shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
      return document ? applyParameters(document, values, fit, (path) => shared.workspace.DataFiles.text(document, path)) : [];
    },
  };
  for (const [name, handler] of Object.entries(handlers) as [string, (params: unknown, cancel: CancellationToken) => unknown][])
    connection.onRequest(name, handler);

  let refreshes = { codeLens: false, inlayHint: false };
  shared.lsp.LanguageServer.onInitialize(({ capabilities: { workspace } }) => {
    refreshes = { codeLens: workspace?.codeLens?.refreshSupport === true, inlayHint: workspace?.inlayHint?.refreshSupport === true };
  });
  connection.onNotification('soret/lastResult', ({ uri, ...run }: ClientNotifications['soret/lastResult']) => {
    soret.editor.LastResults.set(URI.parse(uri).toString(), run);
    if (refreshes.codeLens) void connection.sendRequest(CodeLensRefreshRequest.type);
    if (refreshes.inlayHint) void connection.languages.inlayHint.refresh();
  });
}
