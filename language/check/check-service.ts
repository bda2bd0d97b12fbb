/** The checker's results by document, kept until something changes anywhere. */
import { DocumentState, SimpleCache, type LangiumDocument } from 'langium';
import { isModel, type Model } from '../generated/ast.js';
import type { SoretServices } from '../services.js';
import { check, type CheckContext, type CheckResult } from './checker.js';

export class CheckService implements CheckContext {
  private readonly results = new SimpleCache<string, CheckResult>();
  readonly dataFiles;

  constructor(private readonly services: SoretServices) {
    const { DocumentBuilder, DataFiles } = services.shared.workspace;
    this.dataFiles = DataFiles;
    const clear = () => this.results.clear();
    DocumentBuilder.onUpdate(clear);
    // what was asked for before every document was linked must not stay
    DocumentBuilder.onBuildPhase(DocumentState.Linked, clear);
  }

  /** Types, values and problems of a linked document. Computed once. */
  of(document: LangiumDocument): CheckResult {
    return this.results.get(document.uri.toString(), () => check(modelOf(document), this));
  }

  isDeclared(document: LangiumDocument | undefined, name: string): boolean {
    return document !== undefined && this.services.references.ScopeProvider.names(document).includes(name);
  }
}

const empty: Model = { $type: 'Model', declarations: [] };
export const modelOf = (document: LangiumDocument): Model => {
  const root = document.parseResult.value;
  return isModel(root) ? root : empty;
};
