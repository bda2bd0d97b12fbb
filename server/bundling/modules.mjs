/**
 * The libraries of the protocol are CommonJS, of which a bundler can leave nothing out. TypeScript wrote them in few, regular forms: here they
 * become the ES modules that they were, so that only what the server uses is bundled.
 */
import ts from 'typescript';
import { parsed } from './syntax.mjs';

/** Functions that TypeScript adds to a CommonJS file. */
const added = /^__(createBinding|exportStar|importStar|importDefault|setModuleDefault)$/;

export function asModule(text, path) {
  const source = parsed(text);
  const of = (node) => node.getText(source);
  const known = new Set(source.statements.flatMap(declaredNames));
  /** Local name of an import → module. */
  const modules = new Map();
  /** Exported name → local name. */
  const exported = new Map();
  const lines = [];

  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) {
      const [{ name, initializer }] = statement.declarationList.declarations;
      const module = required(initializer);
      if (added.test(of(name))) continue;
      lines.push(module ? `import * as ${of(name)} from ${JSON.stringify(module)};` : of(statement));
      if (module) modules.set(of(name), module);
      continue;
    }
    const expression = ts.isExpressionStatement(statement) ? statement.expression : undefined;
    if (expression && ts.isStringLiteral(expression)) continue;
    if (expression && ts.isCallExpression(expression) && exportsByCall(expression)) continue;
    if (expression && ts.isBinaryExpression(expression) && isExport(expression.left) && exportsByAssignment(expression)) continue;
    lines.push(of(statement));
  }
  const code = lines.join('\n').replace(/\bexports\.(\w+)/g, (_, name) => {
    if (!exported.has(name)) throw new Error(`${path}: exports.${name} is not understood`);
    return exported.get(name);
  });
  const names = [...exported].map(([name, local]) => (name === local ? name : `${local} as ${name}`));
  return `${code}\nexport { ${names.join(', ')} };\n`;

  function exportsByCall(call) {
    const callee = of(call.expression);
    if (callee === '__exportStar') {
      lines.push(`export * from ${JSON.stringify(required(call.arguments[0]))};`);
      return true;
    }
    if (callee === 'Object.defineProperty' && of(call.arguments[0]) === 'exports') {
      const name = call.arguments[1].text;
      if (name === '__esModule') return true;
      const [, local, member] = /return (\w+)\.(\w+);/.exec(of(call.arguments[2]));
      lines.push(`export { ${member} as ${name} } from ${JSON.stringify(modules.get(local))};`);
      return true;
    }
    return isNamespace(call) && exportsNamespace(call);
  }
  /** `(function (X) { … })(X || (exports.X = X = {}))`: one that stands alone is a value without effects. */
  function exportsNamespace(call) {
    const fn = call.expression.expression;
    const name = of(fn.parameters[0].name);
    const [, isExported] = /^\w+ \|\| \((exports\.)?/.exec(of(call.arguments[0]));
    if (isExported) exported.set(name, name);
    // a class or a function has none
    const declaration = lines.indexOf(`var ${name};`);
    const parts = source.statements.filter((other) => of(other).startsWith(`(function (${name})`)).length;
    if (declaration < 0 || parts > 1) {
      lines.push(`${of(call.expression)}(${declaration < 0 ? name : `${name} || (${name} = {})`});`);
      return true;
    }
    lines.splice(declaration, 1);
    lines.push(`const ${name} = /* @__PURE__ */ ${of(call.expression).slice(0, -2)}return ${name};\n})({});`);
    return true;
  }
  /** `exports.a = exports.b = value` */
  function exportsByAssignment(assignment) {
    const names = [];
    let value = assignment;
    for (; ts.isBinaryExpression(value) && isExport(value.left); value = value.right) names.push(value.left.name.text);
    if (ts.isVoidExpression(value)) return true;
    for (const name of names) {
      if (ts.isIdentifier(value) && known.has(value.text)) exported.set(name, value.text);
      else {
        const local = name === 'default' ? 'defaultExport' : name;
        exported.set(name, local);
        lines.push(`const ${local} = ${of(value)};`);
      }
    }
    return true;
  }
}

const isExport = (node) => ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'exports';
const isNamespace = ({ expression, arguments: [argument] }) =>
  ts.isParenthesizedExpression(expression) && ts.isFunctionExpression(expression.expression) && argument && ts.isBinaryExpression(argument);
const declaredNames = (statement) => {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.text);
  return ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) ? [statement.name.text] : [];
};
/** The module that `require(…)` names, also inside a helper of TypeScript. */
function required(node) {
  if (!node || !ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  if (node.expression.text === 'require') return node.arguments[0].text;
  return added.test(node.expression.text) ? required(node.arguments[0]) : undefined;
}

/** `export var X;` and its one namespace, as TypeScript writes them into an ES module, without effects. */
export function withPureNamespaces(text) {
  let result = text;
  for (const [line, name] of text.matchAll(/^export var (\w+);\n/gm)) {
    const open = `(function (${name}) {`;
    const close = `})(${name} || (${name} = {}));`;
    if (result.split(open).length !== 2 || result.split(close).length !== 2) continue;
    result = result
      .replace(line, '')
      .replace(open, `export const ${name} = /* @__PURE__ */ ${open}`)
      .replace(close, `return ${name};\n})({});`);
  }
  return result;
}

/** What these files do when they are loaded is wanted only of those that set the platform up. */
export const hasEffects = (path) => /[\\/](main|ril)\.js$/.test(path);
