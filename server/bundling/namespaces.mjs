/**
 * Langium passes its helpers on as values that hold whole modules (`AstUtils`, …), of which a bundler can leave nothing out. Imported as the
 * modules that they are, only what is used of them is bundled.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const langium = path.dirname(fileURLToPath(import.meta.resolve('langium')));
const modules = { AstUtils: 'ast-utils', CstUtils: 'cst-utils', GrammarUtils: 'grammar-utils' };

/** A source text of our own, its imports of `{ AstUtils }` from langium as `* as AstUtils` from the module itself. */
export function withModules(text) {
  return text.replace(/^import \{([^}]*)\} from 'langium';$/gm, (_, list) => {
    const names = list.split(',').map((name) => name.trim());
    const isModule = (name) => Object.hasOwn(modules, name);
    const others = names.filter((name) => name !== '' && !isModule(name));
    return [
      ...names
        .filter(isModule)
        .map((name) => `import * as ${name} from ${JSON.stringify(path.join(langium, 'utils', `${modules[name]}.js`))};`),
      ...(others.length > 0 ? [`import { ${others.join(', ')} } from 'langium';`] : []),
    ].join(' ');
  });
}
