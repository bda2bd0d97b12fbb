/**
 * Declarations as snippets: one record per keyword of the grammar. Completion offers them in place, and the editor's snippet file is
 * generated from them. `$0` is where the writer goes on.
 */
export interface DeclarationSnippet {
  /** First keyword of the declaration. */
  readonly keyword: string;
  readonly title: string;
  readonly body: string;
}
const snippet = (keyword: string, title: string, body: string): DeclarationSnippet => ({ keyword, title, body });

export const declarationSnippets: readonly DeclarationSnippet[] = [
  snippet('model', 'title of the model', 'model "${1:title}"$0'),
  snippet('import', 'bring in species, media and values of another file', 'import "$0"'),
  snippet('param', 'a value that may be varied', 'param ${1:name} = $0'),
  snippet('let', 'a named value', 'let ${1:name} = $0'),
  snippet('species', 'a chemical species', 'species ${1:name} { molar_mass = ${2:18.015 g/mol} }$0'),
  snippet('particle', 'a colloidal or aerosol particle', 'particle ${1:name} { diameter = ${2:1 µm}; density = ${3:1000 kg/m^3} }$0'),
  snippet('solution', 'solutes dilute in a solvent', 'solution ${1:name} of ${2:solute} in ${3:solvent} {\n\t$0\n}'),
  snippet('mixture', 'two or more components', 'mixture ${1:name} of ${2:A}, ${3:B} {\n\t$0\n}'),
  snippet('suspension', 'particles in a fluid', 'suspension ${1:name} of ${2:particle} in ${3:fluid} {\n\t$0\n}'),
  snippet('solid', 'a solid that only conducts heat', 'solid ${1:name} {\n\tconductivity = $0\n}'),
  snippet('geometry', 'shape, size and medium', 'geometry ${1|slab,cylinder,sphere|} {\n\t$0\n}'),
  snippet('layer', 'a layer of the geometry', 'layer ${1:name} { thickness = ${2:1 mm}; medium = $0 }'),
  snippet('interface', 'the contact of two layers', 'interface ${1:first} ${2:second} { $0 }'),
  snippet('initial', 'state at the beginning', 'initial { temperature = ${1:20 degC}; $0 }'),
  snippet(
    'boundary',
    'conditions at a wall; sealed and insulated unless it says otherwise',
    'boundary ${1|left,right,inner,outer|} { $0 }',
  ),
  snippet('source', 'heat or matter produced inside', 'source { $0 }'),
  snippet('reaction', 'a chemical reaction', 'reaction ${1:name} { ${2:A} -> ${3:B}; rate = $0 }'),
  snippet('steady', 'the state at rest', 'steady ${1:rest}$0'),
  snippet('transient', 'the course in time', 'transient ${1:relax} { until = ${2:10 min} }$0'),
  snippet('sweep', 'repeat a study over values of a param', 'sweep ${1:name} {\n\tstudy = ${2:study}\n\tvary(${3:param}) = $0\n}'),
  snippet(
    'fit',
    'find params from data',
    'fit ${1:name} {\n\tstudy = ${2:study}\n\tobservations = ${3:data}\n\tobserve = ${4:measure}\n\tvary(${5:param}) = range($0)\n}',
  ),
  snippet('data', 'measured values in a CSV file', 'data ${1:name} { file = "$0" }'),
  snippet('measure', 'a named number of the solution', 'measure ${1:name} = $0'),
  snippet('plot', 'a curve in the results view', 'plot ${1:what} over ${2|x,t,r|}$0'),
  snippet('correlation', 'of two numbers stated with ±', 'correlation(${1:a}, ${2:b}) = $0'),
  snippet('expect', 'what must hold', 'expect ${1:measure} is ${2:value} within ${3:1 %}$0'),
];
