/** Lowered models by document, kept until something changes anywhere. */
import { DocumentState, SimpleCache, type LangiumDocument } from 'langium';
import { modelOf } from '../check/check-service.js';
import type { SoretServices } from '../services.js';
import { lower, type LowerResult } from './lower.js';
import { Lowering } from './lowering.js';

export class LowerService {
  private readonly results = new SimpleCache<string, LowerResult>();

  constructor(private readonly services: SoretServices) {
    const { DocumentBuilder } = services.shared.workspace;
    const clear = () => this.results.clear();
    DocumentBuilder.onUpdate(clear);
    DocumentBuilder.onBuildPhase(DocumentState.Linked, clear);
  }

  /** The problem of a checked document without errors, or why there is none. Computed once. */
  of(document: LangiumDocument): LowerResult {
    return this.results.get(document.uri.toString(), () => lower(modelOf(document), this.begin(document)));
  }

  /** For single expressions and properties: `lowerFormula(expr, begin(document))`. */
  begin(document: LangiumDocument): Lowering {
    return new Lowering(document, this.services.check.CheckService.of(document), this.services.shared.workspace.DataFiles);
  }
}
