/** Parts of libraries that the server never reaches, although the code that it does use mentions them. Each has its reason. */
import ts from 'typescript';
import { edited, parsed } from './syntax.mjs';

const nothing = '{}';
/** A method that is not even empty. */
const gone = '';
const noProblems = '{ return []; }';
const treeBuilderOfNone = `{
  initTreeBuilder() {
    this.outputCst = false;
    this.cstInvocationStateUpdate = this.cstFinallyStateUpdate = this.cstPostRule = this.cstPostTerminal = this.cstPostNonTerminal = () => {};
  }
  getPreviousExplicitRuleShortName() { return this.RULE_STACK[this.RULE_STACK_IDX - 1]; }
  getLastExplicitRuleOccurrenceIndex() { return this.RULE_OCCURRENCE_STACK[this.RULE_OCCURRENCE_STACK_IDX]; }
}`;
const sameBase = '(Base) => Base';
/** Ways to write a parser by hand: Langium's parser calls `consume(idx, …)` and the like. */
const byHand = ['CONSUME', 'SUBRULE', 'OPTION', 'OR', 'MANY', 'MANY_SEP', 'AT_LEAST_ONE', 'AT_LEAST_ONE_SEP'].flatMap((method) =>
  Array.from({ length: 9 }, (_, i) => `RecognizerApi.${method}${i + 1}`),
);
/** Kinds of request that the server does not answer: a feature adds its methods to a base class. */
const features = [
  'callHierarchy',
  'diagnostic',
  'fileOperations',
  'inlineCompletion',
  'inlineValue',
  'linkedEditingRange',
  'moniker',
  'showDocument',
  'textDocumentContent',
  'typeHierarchy',
];
const featureName = (file) => `${file[0].toUpperCase()}${file.slice(1)}Feature`;

/** Requests that are answered by no service of the language, and of which clients are not told. */
const handlers = [
  'addCallHierarchyHandler',
  'addExecuteCommandHandler',
  'addGoToDeclarationHandler',
  'addGoToImplementationHandler',
  'addGoToTypeDefinitionHandler',
  'addTextDocumentContentRequestHandler',
  'addTypeHierarchyHandler',
  'createHierarchyRequestHandler',
];

/** File → what is declared there → what stands in its place: the body of a class, a method or a function, the value of a constant. */
export const unused = {
  // The language has its own documentation, completion, folding, hover, outline, and works on no notebooks and in no pool of parsers.
  'langium/lib/documentation/documentation-provider.js': { JSDocDocumentationProvider: nothing },
  'langium/lib/lsp/completion/completion-provider.js': { DefaultCompletionProvider: nothing },
  'langium/lib/lsp/folding-range-provider.js': { DefaultFoldingRangeProvider: nothing },
  'langium/lib/lsp/hover-provider.js': { AstNodeHoverProvider: nothing, MultilineCommentHoverProvider: nothing },
  'langium/lib/lsp/document-symbol-provider.js': { DefaultDocumentSymbolProvider: nothing },
  'langium/lib/lsp/normalized-text-documents.js': { NormalizedNotebookDocuments: nothing },
  'langium/lib/parser/completion-parser-builder.js': { createCompletionParser: '{ return undefined; }' },
  'langium/lib/serializer/hydrator.js': { DefaultHydrator: nothing },
  // The grammar is read from JSON; nothing is written to it.
  'langium/lib/serializer/json-serializer.js': {
    'DefaultJsonSerializer.serialize': nothing,
    'DefaultJsonSerializer.replacer': nothing,
    'DefaultJsonSerializer.addAstNodeRegionWithAssignmentsTo': nothing,
  },
  // The grammar has no infix rules and no references to several things.
  'langium/lib/parser/langium-parser.js': { 'LangiumParser.registerPrecedenceMap': nothing, 'LangiumParser.constructInfix': nothing },
  'langium/lib/references/linker.js': {
    DefaultMultiReferenceImpl: nothing,
    'DefaultLinker.buildMultiReference': nothing,
    'DefaultLinker.resolveMultiReference': nothing,
  },
  // The grammar was checked when it was generated: in production mode the lexer and the parser do not check it again.
  'chevrotain/lib/src/scan/lexer.js': {
    getAsciiClass: '{ return undefined; }',
    validatePatterns: noProblems,
    performRuntimeChecks: noProblems,
    performWarningRuntimeChecks: noProblems,
  },
  // Tokens state how they begin and whether they go over lines: no pattern is taken apart.
  'chevrotain/lib/src/scan/reg_exp.js': {
    getOptimizedStartCodesIndices: `{ throw new Error('a token without START_CHARS_HINT'); }`,
    canMatchCharCode: `{ if (pattern instanceof RegExp) throw new Error('a token without LINE_BREAKS'); return false; }`,
  },
  'chevrotain/lib/src/scan/reg_exp_parser.js': { regExpParser: 'undefined' },
  'langium/lib/utils/regexp-utils.js': {
    regexpParser: 'undefined',
    visitor: 'undefined',
    isMultilineComment: `{ throw new Error('comments over lines are named in the configuration of the grammar'); }`,
  },
  'chevrotain/lib/src/parse/grammar/gast/gast_resolver_public.js': { validateGrammar: noProblems },
  'chevrotain/lib/src/parse/grammar/checks.js': { validateLookahead: noProblems, validateRuleIsOverridden: noProblems },
  'chevrotain/lib/src/parse/errors_public.js': { defaultGrammarValidatorErrorProvider: nothing },
  // The tree is Langium's; recovery from an error asks for the rules that are open.
  'chevrotain/lib/src/parse/parser/traits/tree_builder.js': { TreeBuilder: treeBuilderOfNone },
  'chevrotain/lib/src/parse/parser/traits/recognizer_api.js': Object.fromEntries(byHand.map((method) => [method, gone])),
  'langium/lib/lsp/language-server.js': Object.fromEntries(handlers.map((name) => [name, nothing])),
  // The grammar has no unordered groups.
  'langium/lib/parser/parser-builder-base.js': { buildUnorderedGroup: nothing },
  // Langium looks ahead with a strategy of its own, which is a subclass only by name.
  'chevrotain/lib/src/parse/grammar/llk_lookahead.js': { LLkLookaheadStrategy: nothing },
  ...Object.fromEntries(features.map((file) => [`vscode-languageserver/lib/common/${file}.js`, { [featureName(file)]: sameBase }])),
  'vscode-languageserver/lib/common/notebook.js': { NotebookSyncFeature: sameBase, NotebookDocuments: nothing },
};

export function without(text, replacements) {
  const cuts = [];
  const left = new Set(Object.keys(replacements));
  const replace = (name, { pos: start, end }, value) => {
    left.delete(name);
    cuts.push({ start, end, with: ` ${value}` });
  };
  const source = parsed(text);
  for (const statement of source.statements) {
    const name = statement.name?.text;
    if (ts.isClassDeclaration(statement) && Object.hasOwn(replacements, name)) {
      replace(name, { pos: statement.name.end, end: statement.end }, replacements[name]);
    } else if (ts.isClassDeclaration(statement)) {
      for (const member of statement.members)
        if (member.body && Object.hasOwn(replacements, `${name}.${member.name?.text}`)) {
          const value = replacements[`${name}.${member.name.text}`];
          replace(`${name}.${member.name.text}`, value === gone ? member : member.body, value);
        }
    } else if (ts.isFunctionDeclaration(statement) && Object.hasOwn(replacements, name)) {
      replace(name, statement.body, replacements[name]);
    } else if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations)
        if (Object.hasOwn(replacements, declaration.name.text))
          replace(declaration.name.text, declaration.initializer, replacements[declaration.name.text]);
    }
  }
  if (left.size > 0) throw new Error(`not found: ${[...left].join(', ')}`);
  return edited(text, cuts);
}

/** The replacements for a file, by the end of its path. */
export const unusedIn = (path) => Object.entries(unused).find(([end]) => path.endsWith(`node_modules/${end}`))?.[1];
