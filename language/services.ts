/** Every service of the language on one page. */
import { inject, type Module } from 'langium';
import {
  createDefaultModule,
  createDefaultSharedModule,
  type DefaultSharedModuleContext,
  type LangiumServices,
  type LangiumSharedServices,
  type PartialLangiumServices,
  type PartialLangiumSharedServices,
} from 'langium/lsp';
import { CheckService } from './check/check-service.js';
import { DataFiles } from './documents/data-files.js';
import { SoretDocumentBuilder } from './documents/document-builder.js';
import { SoretDocumentFactory } from './documents/document-factory.js';
import { SoretGeneratedModule, SoretGeneratedSharedModule } from './generated/module.js';
import { lspModule, lspSharedModule, type SoretEditorServices } from './lsp/index.js';
import { SoretCommentProvider } from './parser/comments.js';
import { SoretDocumentationProvider } from './parser/documentation.js';
import { LowerService } from './lower/lower-service.js';
import { createSoretParser } from './parser/parser.js';
import { SoretTokenBuilder } from './parser/token-builder.js';
import { SoretValueConverter } from './parser/values.js';
import { SoretIndexManager } from './scope/index-manager.js';
import { SoretLinker } from './scope/linker.js';
import { SoretReferenceDescriptions } from './scope/reference-descriptions.js';
import { SoretScopeComputation } from './scope/scope-computation.js';
import { SoretScopeProvider } from './scope/scope-provider.js';
import { registerChecks } from './validation/checks.js';
import { SoretDocumentValidator } from './validation/document-validator.js';
import { SoretSyntaxMessages } from './validation/syntax-messages.js';

/** Services of the language beside Langium's. */
export interface SoretAddedServices {
  readonly references: { readonly ScopeProvider: SoretScopeProvider };
  readonly check: { readonly CheckService: CheckService };
  readonly lower: { readonly LowerService: LowerService };
}
export type SoretServices = LangiumServices & SoretAddedServices & SoretEditorServices & { readonly shared: SoretSharedServices };

export interface SoretAddedSharedServices {
  readonly workspace: { readonly DataFiles: DataFiles };
}
export type SoretSharedServices = LangiumSharedServices & SoretAddedSharedServices;

const sharedModule: Module<SoretSharedServices, PartialLangiumSharedServices & SoretAddedSharedServices> = {
  workspace: {
    DataFiles: (services) => new DataFiles(services),
    DocumentBuilder: (services) => new SoretDocumentBuilder(services),
    IndexManager: (services) => new SoretIndexManager(services),
    LangiumDocumentFactory: (services) => new SoretDocumentFactory(services),
  },
};

const languageModule: Module<SoretServices, PartialLangiumServices & SoretAddedServices> = {
  check: {
    CheckService: (services) => new CheckService(services),
  },
  lower: {
    LowerService: (services) => new LowerService(services),
  },
  documentation: {
    CommentProvider: () => new SoretCommentProvider(),
    DocumentationProvider: (services) => new SoretDocumentationProvider(services),
  },
  parser: {
    LangiumParser: (services) => createSoretParser(services),
    ParserErrorMessageProvider: () => new SoretSyntaxMessages(),
    TokenBuilder: () => new SoretTokenBuilder(),
    ValueConverter: () => new SoretValueConverter(),
  },
  references: {
    Linker: (services) => new SoretLinker(services),
    ScopeComputation: (services) => new SoretScopeComputation(services),
    ScopeProvider: (services) => new SoretScopeProvider(services),
  },
  validation: {
    DocumentValidator: (services) => new SoretDocumentValidator(services),
  },
  workspace: {
    ReferenceDescriptionProvider: (services) => new SoretReferenceDescriptions(services),
  },
};

/**
 * The services of one session. `context` brings the connection (a language server) and the file system:
 * `NodeFileSystem` on the desktop and in the CLI, `EmptyFileSystem` in tests, one that asks the client in a browser.
 */
export function createSoretServices(context: DefaultSharedModuleContext): { shared: SoretSharedServices; soret: SoretServices } {
  const shared = inject(createDefaultSharedModule(context), SoretGeneratedSharedModule, sharedModule, lspSharedModule);
  const soret = inject(createDefaultModule({ shared }), SoretGeneratedModule, languageModule, lspModule);
  registerChecks(soret);
  shared.ServiceRegistry.register(soret);
  if (!context.connection) shared.workspace.ConfigurationProvider.initialized({});
  return { shared, soret };
}
