/** A `data` block → columns in SI, with what is wrong with its file. The validation reports the problems, the lowering takes the columns. */
import type { LangiumDocument } from 'langium';
import type { DataColumn } from '../../solver/problem.js';
import { dimensionless, type Dimension } from '../../solver/quantities/dimension.js';
import { quantities } from '../../solver/quantities/quantity.js';
import { builtin } from '../catalogue/builtins.js';
import { fields, type FieldName } from '../catalogue/fields.js';
import type { CheckResult } from '../check/checker.js';
import { signedLiteral } from '../check/rules/temperature.js';
import type { DataFiles } from '../documents/data-files.js';
import type * as ast from '../generated/ast.js';
import { differenceToSi, toSi } from '../units/convert.js';
import type { Unit } from '../units/parse.js';
import { dimensionInWords, siUnit, unitOrUndefined } from '../units/spelling.js';
import { readColumns, type DataProblem, type ReadColumn } from './columns.js';

/** A problem beside the property that it belongs to. */
export interface DataBlockProblem extends DataProblem {
  readonly at: ast.Property | ast.Data;
}
export interface DataSetRead {
  readonly columns: readonly DataColumn[];
  readonly problems: readonly DataBlockProblem[];
}

export function readDataSet(data: ast.Data, document: LangiumDocument, check: CheckResult, files: DataFiles): DataSetRead {
  const file = data.properties.find((p) => p.key === 'file');
  if (file?.value?.$type !== 'Text') return { columns: [], problems: [] }; // a missing property has its own diagnostic
  const path = file.value.value;
  const read = readColumns(files.text(document, path), path);
  const problems: DataBlockProblem[] = read.problems.map((problem) => ({ ...problem, at: file }));
  if (problems.length > 0) return { columns: [], problems };
  const reader = new Reader(data, read.columns, path, file, check, problems);
  return { columns: reader.columns(), problems };
}

class Reader {
  constructor(
    private readonly data: ast.Data,
    private readonly read: readonly ReadColumn[],
    private readonly path: string,
    private readonly file: ast.Property,
    private readonly check: CheckResult,
    private readonly problems: DataBlockProblem[],
  ) {}

  columns(): DataColumn[] {
    const wanted = this.wantedNames();
    const columns = wanted.flatMap(({ name, dimension }) => this.column(name, dimension) ?? []);
    this.reportRepeatedRows(
      columns.filter(({ name }) => !this.data.$container.declarations.some((d) => d.$type === 'Measure' && d.name === name)),
    );
    if (columns.length === 0 && this.problems.length === 0)
      this.report(this.file, {
        code: 'data/column',
        message: `${this.path} has no column that is called t, like a coordinate, a measure or a param: it has ${this.read.map((c) => c.declared.name).join(', ')}.`,
        advice: 'column(NAME) = "…" says which column a measure stands in',
      });
    return columns;
  }

  /** Time, coordinates, measures and params that the header names or that properties speak of. */
  private wantedNames(): readonly { readonly name: string; readonly dimension: Dimension }[] {
    const named = new Map<string, Dimension>();
    const model = this.data.$container;
    const add = (name: string) => {
      const declared = model.declarations.find((d) => (d.$type === 'Measure' || d.$type === 'Param') && d.name === name);
      const category = builtin(name, false)?.category;
      if (declared?.$type === 'Measure' || declared?.$type === 'Param')
        named.set(name, this.check.typeOfNamed(declared)?.dimension ?? dimensionless);
      else if (category === 'time' || category === 'coordinate') named.set(name, dimensionOfAxis(name));
    };
    for (const column of this.read) {
      add(column.declared.name);
      const other = /^(.+?)\s*(?:\((.+)\)|\/\s*(.+))$/.exec(column.declared.name);
      const [, name, inside, behind] = other ?? [];
      const unit = inside ?? behind;
      if (!name || !unit || column.declared.unitText !== undefined || (unit !== '1' && !unitOrUndefined(unit))) continue;
      const before = named.size;
      add(name);
      // `t (min)`, `t / min`: taken for a name that says nothing, the unit would be passed over.
      if (named.size > before && named.delete(name))
        this.report(this.file, {
          code: 'data/header',
          message: `The header of ${this.path} has ${column.declared.name}: units stand in square brackets.`,
          advice: `write ${name} [${unit}]`,
        });
    }
    for (const property of this.data.properties)
      for (const { $refText: name } of property.args) {
        add(name);
        if (!named.has(name))
          this.report(property, {
            code: 'data/column',
            message: `A column is t, a coordinate, a measure or a param; ${name} is none of these.`,
          });
      }
    return [...named].map(([name, dimension]) => ({ name, dimension }));
  }

  private column(name: string, dimension: Dimension): DataColumn | undefined {
    const about = (key: string) => this.data.properties.find((p) => p.key === key && p.args[0]?.$refText === name);
    const renamed = about('column');
    const title = renamed?.value?.$type === 'Text' ? renamed.value.value : name;
    const column = this.named(title, renamed ?? about('unit') ?? about('uncertainty') ?? this.file);
    if (!column) return undefined;
    const unit = this.unitOf(column, name, dimension, about('unit'));
    if (unit === 'bad') return undefined;
    const uncertainty = about('uncertainty');
    return {
      name,
      unit: siUnit(dimension),
      values: column.values.map((value) => toSi(value, unit)),
      uncertainty: uncertainty && this.uncertainty(uncertainty, column, dimension, unit),
    };
  }

  private named(title: string, at: ast.Property): ReadColumn | undefined {
    const column = this.read.find((c) => c.declared.name === title);
    if (!column)
      this.report(at, {
        code: 'data/column',
        message: `${this.path} has no column called ${title}: it has ${this.read.map((c) => c.declared.name).join(', ')}.`,
      });
    return column;
  }

  /** From the header, else from `unit(…)`; a header that is silent about a dimension is an error, never a guess. */
  private unitOf(column: ReadColumn, name: string, dimension: Dimension, stated: ast.Property | undefined): Unit | undefined | 'bad' {
    const { unit, unitText } = column.declared;
    const literal = signedLiteral(stated?.value);
    const chosen = stated ? unitOrUndefined(literal?.unit) : unit;
    if (chosen === 'bad') return 'bad';
    const own = chosen?.dimension ?? dimensionless;
    if (stated && unitText !== undefined && own !== (unit && unit !== 'bad' ? unit.dimension : dimensionless))
      this.report(stated, {
        code: 'data/unit',
        message: `The header of ${this.path} gives ${column.declared.name} in ${unitText}, this says ${literal?.unit ?? '1'}.`,
      });
    if (own === dimension) return scaledUnit(chosen, literal?.value);
    this.report(stated ?? this.file, {
      code: 'data/unit',
      message: `The column ${column.declared.name} of ${this.path} must be ${dimensionInWords(dimension)} but ${unitText === undefined && !stated ? 'has no unit' : `is ${dimensionInWords(own)}`}.`,
      advice: `write ${column.declared.name} [${siUnit(dimension)}] in the header, or unit(${name}) = 1${dimension === dimensionless ? '' : ` ${siUnit(dimension)}`} here`,
    });
    return 'bad';
  }

  /** A column, or one constant. */
  private uncertainty(
    property: ast.Property,
    column: ReadColumn,
    dimension: Dimension,
    unit: Unit | undefined,
  ): readonly number[] | undefined {
    const { value } = property;
    if (value?.$type !== 'Text') {
      const constant = this.check.valueOf(value);
      return constant === undefined ? undefined : column.values.map(() => constant);
    }
    const other = this.named(value.value, property);
    if (!other || other.declared.unit === 'bad') return undefined;
    const own = other.declared.unitText === undefined ? unit : other.declared.unit;
    if ((own?.dimension ?? dimensionless) !== dimension) {
      this.report(property, {
        code: 'data/unit',
        message: `The column ${value.value} of ${this.path} must be ${dimensionInWords(dimension)}, as the values are.`,
      });
      return undefined;
    }
    const bad = other.values.findIndex((sigma) => sigma <= 0);
    if (bad >= 0)
      this.report(property, {
        code: 'data/number',
        message: `Line ${other.lineOf(bad)} of ${this.path}: an uncertainty must be positive, but ${value.value} is ${other.values[bad]} there.`,
        advice: 'write the standard uncertainty of the value, or leave the row out',
      });
    return other.values.map((sigma) => differenceToSi(sigma, own));
  }

  /** Of time, place and params together: a profile at several times has every place several times. */
  private reportRepeatedRows(abscissae: readonly DataColumn[]): void {
    const seen = new Set<number | string>();
    const key = (i: number) => (abscissae.length === 1 ? abscissae[0]!.values[i]! : abscissae.map(({ values }) => values[i]).join());
    const row = abscissae[0]?.values.findIndex((_, i) => seen.size === seen.add(key(i)).size) ?? -1;
    if (row >= 0)
      this.report(this.file, {
        code: 'data/duplicate',
        severity: 'warning',
        message: `${this.path} has several rows with the same ${abscissae.map(({ name }) => name).join(' and ')} (${abscissae.map(({ values, unit }) => `${values[row]} ${unit}`).join(', ')}).`,
        advice: 'each counts as a measurement of its own',
      });
  }

  private report(at: ast.Property, problem: DataProblem): void {
    this.problems.push({ ...problem, at });
  }
}

const dimensionOfAxis = (name: string): Dimension => quantities[fields[name as FieldName].quantity].dimension;
/** `unit(dw) = 10 mm`: ten millimetres for every one in the file. */
function scaledUnit(unit: Unit | undefined, count = 1): Unit | undefined {
  if (count === 1 || !unit) return unit;
  return { ...unit, factor: unit.factor * count, exact: undefined };
}
