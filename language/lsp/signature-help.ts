/** Signature help: the arguments of the call, or of the property, that the cursor stands in. */
import type { LangiumDocument } from 'langium';
import type { SignatureHelpProvider } from 'langium/lsp';
import type {
  ParameterInformation,
  SignatureHelp,
  SignatureHelpOptions,
  SignatureHelpParams,
  SignatureInformation,
} from 'vscode-languageserver-protocol';
import { catalogue, isPropertyName, usesIn } from '../../solver/quantities/catalogue.js';
import { quantities } from '../../solver/quantities/quantity.js';
import type { BuiltinRecord, ParameterKind } from '../catalogue/builtin.js';
import { callables, own } from '../catalogue/builtins.js';
import type { SoretServices } from '../services.js';
import { blockKind, unitOf } from './completion/properties.js';
import { cursorAt } from './cursor.js';
import { grammarWords } from './grammar-words.js';
import type { Block } from './structure.js';
import { tokenize } from './tokens.js';

export class SoretSignatureHelpProvider implements SignatureHelpProvider {
  readonly signatureHelpOptions: SignatureHelpOptions = { triggerCharacters: ['(', ','], retriggerCharacters: [')'] };
  constructor(private readonly services: SoretServices) {}

  provideSignatureHelp({ textDocument }: LangiumDocument, { position }: SignatureHelpParams): SignatureHelp | undefined {
    const tokens = tokenize(this.services.parser.Lexer, textDocument.getText());
    const { place } = cursorAt(tokens, grammarWords(this.services.Grammar), textDocument.offsetAt(position));
    if (place.kind === 'argument') return propertySignature(place.block, place.statement.key.image, place.index);
    if (place.kind !== 'value' && place.kind !== 'head' && place.kind !== 'text') return undefined;
    const call = place.calls.filter(({ callee }) => callee && own(callables, callee.image)).at(-1);
    const record = call?.callee && own(callables, call.callee.image);
    if (!call?.callee || !record) return undefined;
    const last = (record.parameters?.length ?? 1) - 1;
    const named = record.parameters?.findIndex((parameter) => parameter.name === call.key) ?? -1;
    const active = named >= 0 ? named : record.variadic ? Math.min(call.index, last) : call.index;
    return {
      signatures: [functionSignature(call.callee.image, record)],
      activeSignature: 0,
      activeParameter: Math.min(active, Math.max(last, 0)),
    };
  }
}

const kindsInWords: Record<ParameterKind, string> = {
  pure: 'a pure number',
  first: 'in the dimension of the first argument',
  root: 'the square root of the first argument',
  time: 'a time',
  temperature: 'a temperature',
  'temperature difference': 'a temperature difference',
  'inverse temperature': 'an inverse temperature',
  'molar energy': 'an energy per mole or per particle',
  angle: 'an angle',
  any: 'a value',
  substance: 'a species or particle',
  place: 'a boundary, or a coordinate such as x = 0.3 mm',
  side: 'a boundary',
  file: 'the name of a file beside the model',
};

function functionSignature(name: string, record: BuiltinRecord): SignatureInformation {
  const parameters = record.parameters ?? [];
  const labels = parameters.map((parameter) => (parameter.optional ? `${parameter.name}?` : parameter.name));
  return {
    label: `${name}(${labels.join(', ')}${record.variadic ? ', …' : ''})`,
    documentation: { kind: 'markdown', value: record.doc },
    parameters: parameters.map(
      (parameter, i): ParameterInformation => ({ label: labels[i]!, documentation: kindsInWords[parameter.kind] }),
    ),
  };
}

function propertySignature(block: Block, name: string, index: number): SignatureHelp | undefined {
  if (!isPropertyName(name)) return undefined;
  const uses = usesIn(name, blockKind(block)).filter((use) => use.arguments);
  if (uses.length === 0) return undefined;
  const signatures = uses.map((use): SignatureInformation => {
    const labels = [
      ...use.arguments!.map((kind, i) => (use.arguments!.length > 1 ? `${kind} ${i + 1}` : kind)),
      ...Object.keys(use.options ?? {}).map((option) => `${option} = …`),
    ];
    const unit = unitOf(use);
    const quantity = use.quantities?.[0];
    const title = quantity && quantity !== 'measure' && quantity !== 'argument' ? quantities[quantity].title : undefined;
    return {
      label: `${name}(${labels.join(', ')})${unit ? ` [${unit}]` : ''}`,
      documentation: { kind: 'markdown', value: [catalogue[name].doc, ...(title ? [`_${title}_`] : [])].join('\n\n') },
      parameters: labels.map((label) => ({ label })),
    };
  });
  const active = uses.findIndex((use) => index < use.arguments!.length + Object.keys(use.options ?? {}).length);
  return { signatures, activeSignature: Math.max(active, 0), activeParameter: index };
}
