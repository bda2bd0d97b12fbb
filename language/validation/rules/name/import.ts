import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import type { ModelView } from '../../model-view.js';
import type * as ast from '../../../generated/ast.js';

export const unreadableImport = diagnostic({
  code: 'name/import',
  severity: 'error',
  title: 'Imported file that cannot be read',
  doc: 'A path is relative to the file that imports it (`"./materials.soret"`); built-in libraries begin with `soret:` (`"soret:liquids"`).',
  bad: 'import "soret:no_such_library"\n',
  good: 'import "soret:liquids"\n',
});

export function* importMustBeReadable(declaration: ast.Import, model: ModelView): Findings {
  if (model.meaning.importFound(declaration)) return;
  yield {
    at: part(declaration, 'path'),
    message: `${declaration.path === '' ? 'The file' : declaration.path} cannot be read.`,
    advice: declaration.path.startsWith('soret:')
      ? 'there is no built-in library of this name'
      : 'check the path: it is relative to this file',
  };
}
