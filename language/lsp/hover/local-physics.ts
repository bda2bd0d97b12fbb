/** The coefficients of a medium at the middle of the model's range of temperature and composition, while the rest of the file may be unfinished. */
import { AstUtils, type LangiumDocument } from 'langium';
import { modelOf } from '../../check/check-service.js';
import type { SoretServices } from '../../services.js';
import { localPhysicsOf, type LocalPhysics } from '../../validation/coefficients/conventions.js';
import { DocumentMeaning } from '../../validation/document-meaning.js';
import { ModelView, type Medium } from '../../validation/model-view.js';

export function viewOf(document: LangiumDocument, services: SoretServices): ModelView {
  const check = services.check.CheckService.of(document);
  return new ModelView(modelOf(document), new DocumentMeaning(services, document, check));
}

/** Undefined while the medium does not state enough. */
export const localPhysics = (
  medium: Medium,
  services: SoretServices,
  model = viewOf(AstUtils.getDocument(medium), services),
): LocalPhysics | undefined => localPhysicsOf(model.physical(medium), model);
