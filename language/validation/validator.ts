/** THE table of the language's rules: node type → rules. A new diagnostic is one file under `rules/` and one line here. */
import type { RuleTable } from './rule.js';
import { boundaryConflict, wallMustHaveOneConditionPerQuantity } from './rules/conflict/boundary.js';
import { blockMustBeGivenOnce, blockTwice } from './rules/conflict/block-twice.js';
import { componentsMustDiffer, componentTwice } from './rules/conflict/component.js';
import { componentMustBeGivenInOneMeasure, compositionSum, fractionsMustAddUp } from './rules/conflict/composition.js';
import { familiesMustAgree, familyConflict } from './rules/conflict/families.js';
import { heatCapacityConflict, heatCapacityMustFollowFromTheComponents } from './rules/conflict/heat-capacity.js';
import { interfaceMustJoinNeighbours, layerConflict, layersMustFitTheGeometry } from './rules/conflict/layers.js';
import { gasesThatTouchMustHaveOnePressure, pressureConflict } from './rules/conflict/pressure.js';
import {
  diffusionMustBeStatedInOneWay,
  diffusionShouldBeStatedOnce,
  entryOfTheClosingComponentShouldBeLeftOut,
} from './rules/conflict/matrices.js';
import { pairShouldNotBeGivenTwice, pairsOfDiffusionMustAgree, pairsOfThermodiffusionMustAgree } from './rules/conflict/pairs.js';
import {
  coefficientShouldNotBeGivenTwice,
  coefficientsMustAgree,
  coefficientsOfBothComponentsMustBeOpposite,
  componentConflict,
  redundant,
  thermodiffusionConflict,
} from './rules/conflict/thermodiffusion.js';
import { transportConflict, transportMustBeStatedOnce } from './rules/conflict/transport.js';
import { libraryValueShouldBeVerified, unverified } from './rules/data/unverified.js';
import { cellsMustBeFewEnough, tooManyCells } from './rules/limit/cells.js';
import { nonFinite, valueMustBeFinite } from './rules/limit/non-finite.js';
import { coefficientMustStayInItsRange, overRange } from './rules/limit/over-range.js';
import { outOfRange, valueMustBeInItsRange } from './rules/limit/range.js';
import { parameterMustLieInItsRange, sliderRange } from './rules/limit/slider.js';
import { outputsMustBeFewEnough, tooManyOutputs } from './rules/limit/steps.js';
import { missingAmbient, transferMustComeWithItsAmbient } from './rules/missing/ambient.js';
import { mediumMustHaveItsCoefficients, missingCoefficient } from './rules/missing/coefficient.js';
import { conventionMustBeStated, missingConvention } from './rules/missing/convention.js';
import { missingGeometry, studyMustHaveAGeometry } from './rules/missing/geometry.js';
import { initialStateMustBeComplete, missingInitial } from './rules/missing/initial.js';
import { geometryMustHaveAMedium, missingMedium } from './rules/missing/medium.js';
import { missingMolarMass, molarMassMustBeKnownWhereItEnters } from './rules/missing/molar-mass.js';
import { blockMustHaveItsProperties, geometryMustHaveItsSize, layerMustHaveAThickness, missingProperty } from './rules/missing/property.js';
import { declarationMustHaveAValue, missingValue, propertyMustHaveAValue } from './rules/missing/value.js';
import { propertyMustNameWhatItBelongsTo, wrongArguments } from './rules/name/arguments.js';
import { builtIn, declaredNamesMustNotRepeatBuiltInOnes } from './rules/name/built-in.js';
import { fieldComponent, fieldMustBelongToAComponent } from './rules/name/field-component.js';
import { hiddenImport, speciesShouldNotHideAnotherSubstance } from './rules/name/hidden-import.js';
import { importMustBeReadable, unreadableImport } from './rules/name/import.js';
import { misplacedProperty, propertyMustBelongToItsBlock } from './rules/name/misplaced-property.js';
import { componentMustBelongToItsMedium, notAComponent } from './rules/name/not-a-component.js';
import { optionMustBeKnown, unknownOption } from './rules/name/options.js';
import { propertyMustBeGivenOnce, propertyTwice } from './rules/name/property-twice.js';
import { shapeMustBeKnown, unknownShape } from './rules/name/shape.js';
import { sideMustExistInTheGeometry, unknownSide } from './rules/name/side.js';
import { declaredNamesMustDiffer, taken } from './rules/name/taken.js';
import { propertyMustBeKnown, unknownProperty } from './rules/name/unknown-property.js';
import { unknownWord, wordMustBeOneOfTheProperty } from './rules/name/unknown-word.js';
import { declarationShouldBeUsed, unused } from './rules/name/unused.js';
import { nameMustBeOfTheRightKind, wrongKind } from './rules/name/wrong-kind.js';
import { closure, primedCoefficientsMustAddUpToZero } from './rules/onsager/closure.js';
import { dufourOff, dufourShouldAccompanySoret } from './rules/onsager/dufour-off.js';
import { diffusionMustBeDiffusive, eigenvalues } from './rules/onsager/eigenvalues.js';
import { coefficientMustFitTheNumberOfComponents, primed } from './rules/onsager/primed.js';
import { crossCoefficientsMustBeEqual, dufourMustEqualThermodiffusion, reciprocity } from './rules/onsager/reciprocity.js';
import { couplingMustNotDestroyEntropy, crossCoefficientsMustNotDestroyEntropy, secondLaw } from './rules/onsager/second-law.js';
import { chargesMustBalance, electroneutrality } from './rules/physics/electroneutrality.js';
import { gravityDirection, gravityMustHaveADirection } from './rules/physics/gravity.js';
import { geometryMustHaveOneCoordinate, twoDimensions } from './rules/physics/plane.js';
import { coefficientShouldBeFelt, noEffect } from './rules/physics/no-effect.js';
import {
  particleInAGasShouldHaveNoSoretCoefficient,
  particleOrMolecule,
  particleShouldBeLargerThanMolecules,
  speciesShouldBeOfMolecularSize,
} from './rules/physics/particle-or-molecule.js';
import { reactionEquation, reactionMustHaveOneEquation } from './rules/physics/reaction.js';
import { literatureSign, signShouldAgreeWithTheLiterature } from './rules/sign/literature.js';
import {
  deviation,
  magnitude,
  valueShouldBeOfTheSizeOfTheLiterature,
  valueShouldLieInTheUncertaintyOfTheLiterature,
} from './rules/sign/magnitude.js';
import { plotAxis, plotMustRunOverAnAxisThatExists } from './rules/study/axis.js';
import { cannotDraw, studyMustBeAbleToDrawThePlot } from './rules/study/cannot-draw.js';
import { studiesMustNotWaitForEachOther, studyCycle } from './rules/study/cycle.js';
import { constantMustNotDependOnTheSolution, dependence, valueMustDependOnWhatItMay } from './rules/study/dependence.js';
import { badExpectation, expectationMustBeJudgeable } from './rules/study/expectation.js';
import { repeatedStudyMustBeSteadyOrTransient, studyKind } from './rules/study/kind.js';
import { noSteadyState, steadyStateMustExist } from './rules/study/no-steady-state.js';
import { measureMustBeANumber, notAScalar, seriesMustFitItsAxis } from './rules/study/not-a-scalar.js';
import { outside, placeMustLieInTheDomain } from './rules/study/outside.js';
import { notAParameter, variedNameMustBeAParameter } from './rules/study/parameter.js';
import { outputsMustLieInTheStudy, timeOutside, timesMustLieInTheStudy } from './rules/study/time-outside.js';
import { pairedListsMustBeEquallyLong, variedValues, variedValuesMustBeAList } from './rules/study/values.js';
import { expectationMustNameItsStudy, whichStudy } from './rules/study/which.js';
import { correlation, correlationMustBePossible } from './rules/conflict/correlation.js';
import { idleUncertainty, uncertaintyShouldReachTheResults } from './rules/unit/uncertainty.js';

/** Rules of every medium whose coefficients can contradict each other. */
const coefficients = [
  [componentTwice, componentsMustDiffer],
  [thermodiffusionConflict, coefficientsMustAgree],
  [componentConflict, coefficientsOfBothComponentsMustBeOpposite],
  [redundant, coefficientShouldNotBeGivenTwice],
  [reciprocity, dufourMustEqualThermodiffusion],
  [secondLaw, couplingMustNotDestroyEntropy],
  [dufourOff, dufourShouldAccompanySoret],
  [literatureSign, signShouldAgreeWithTheLiterature],
  [magnitude, valueShouldBeOfTheSizeOfTheLiterature],
  [deviation, valueShouldLieInTheUncertaintyOfTheLiterature],
  [overRange, coefficientMustStayInItsRange],
] as const;

export const rules: RuleTable = {
  Model: [
    [taken, declaredNamesMustDiffer],
    [builtIn, declaredNamesMustNotRepeatBuiltInOnes],
    [blockTwice, blockMustBeGivenOnce],
    [missingGeometry, studyMustHaveAGeometry],
    [missingInitial, initialStateMustBeComplete],
    [missingCoefficient, mediumMustHaveItsCoefficients],
    [outside, placeMustLieInTheDomain],
    [noEffect, coefficientShouldBeFelt],
    [fieldComponent, fieldMustBelongToAComponent],
    [unused, declarationShouldBeUsed],
    [unverified, libraryValueShouldBeVerified],
  ],
  Import: [[unreadableImport, importMustBeReadable]],
  Quantity: [[idleUncertainty, uncertaintyShouldReachTheResults]],
  Param: [
    [missingValue, declarationMustHaveAValue],
    [nonFinite, valueMustBeFinite],
    [sliderRange, parameterMustLieInItsRange],
    [dependence, constantMustNotDependOnTheSolution],
  ],
  Let: [
    [missingValue, declarationMustHaveAValue],
    [nonFinite, valueMustBeFinite],
    [dependence, constantMustNotDependOnTheSolution],
  ],
  Measure: [
    [missingValue, declarationMustHaveAValue],
    [notAScalar, measureMustBeANumber],
  ],
  Species: [
    [particleOrMolecule, speciesShouldBeOfMolecularSize],
    [hiddenImport, speciesShouldNotHideAnotherSubstance],
  ],
  Particle: [[particleOrMolecule, particleShouldBeLargerThanMolecules]],
  Solution: coefficients,
  Mixture: [
    ...coefficients,
    [reciprocity, crossCoefficientsMustBeEqual],
    [secondLaw, crossCoefficientsMustNotDestroyEntropy],
    [transportConflict, transportMustBeStatedOnce],
    [familyConflict, familiesMustAgree],
    [thermodiffusionConflict, pairsOfThermodiffusionMustAgree],
    [transportConflict, pairsOfDiffusionMustAgree],
    [transportConflict, diffusionMustBeStatedInOneWay],
    [redundant, pairShouldNotBeGivenTwice],
    [redundant, diffusionShouldBeStatedOnce],
    [noEffect, entryOfTheClosingComponentShouldBeLeftOut],
    [heatCapacityConflict, heatCapacityMustFollowFromTheComponents],
    [eigenvalues, diffusionMustBeDiffusive],
    [closure, primedCoefficientsMustAddUpToZero],
    [primed, coefficientMustFitTheNumberOfComponents],
    [missingMolarMass, molarMassMustBeKnownWhereItEnters],
  ],
  Suspension: [
    [componentTwice, componentsMustDiffer],
    [particleOrMolecule, particleInAGasShouldHaveNoSoretCoefficient],
  ],
  Geometry: [
    [unknownShape, shapeMustBeKnown],
    [twoDimensions, geometryMustHaveOneCoordinate],
    [missingProperty, geometryMustHaveItsSize],
    [missingMedium, geometryMustHaveAMedium],
    [gravityDirection, gravityMustHaveADirection],
    [layerConflict, layersMustFitTheGeometry],
    [pressureConflict, gasesThatTouchMustHaveOnePressure],
  ],
  Solid: [[overRange, coefficientMustStayInItsRange]],
  Interface: [[layerConflict, interfaceMustJoinNeighbours]],
  Layer: [[missingProperty, layerMustHaveAThickness]],
  Initial: [
    [compositionSum, fractionsMustAddUp],
    [compositionSum, componentMustBeGivenInOneMeasure],
    [electroneutrality, chargesMustBalance],
  ],
  Boundary: [
    [unknownSide, sideMustExistInTheGeometry],
    [boundaryConflict, wallMustHaveOneConditionPerQuantity],
    [missingAmbient, transferMustComeWithItsAmbient],
    [electroneutrality, chargesMustBalance],
    [compositionSum, fractionsMustAddUp],
  ],
  Reaction: [
    [missingProperty, blockMustHaveItsProperties],
    [reactionEquation, reactionMustHaveOneEquation],
  ],
  Steady: [
    [studyCycle, studiesMustNotWaitForEachOther],
    [noSteadyState, steadyStateMustExist],
  ],
  Transient: [
    [tooManyOutputs, outputsMustBeFewEnough],
    [timeOutside, outputsMustLieInTheStudy],
    [missingProperty, blockMustHaveItsProperties],
    [studyCycle, studiesMustNotWaitForEachOther],
  ],
  Sweep: [
    [missingProperty, blockMustHaveItsProperties],
    [studyCycle, studiesMustNotWaitForEachOther],
    [variedValues, pairedListsMustBeEquallyLong],
  ],
  Fit: [
    [missingProperty, blockMustHaveItsProperties],
    [studyCycle, studiesMustNotWaitForEachOther],
  ],
  Data: [[missingProperty, blockMustHaveItsProperties]],
  Correlation: [[correlation, correlationMustBePossible]],
  Plot: [
    [plotAxis, plotMustRunOverAnAxisThatExists],
    [cannotDraw, studyMustBeAbleToDrawThePlot],
    [timeOutside, timesMustLieInTheStudy],
    [notAScalar, seriesMustFitItsAxis],
  ],
  Expect: [
    [whichStudy, expectationMustNameItsStudy],
    [badExpectation, expectationMustBeJudgeable],
    [timeOutside, timesMustLieInTheStudy],
    [notAScalar, measureMustBeANumber],
  ],
  Property: [
    [unknownProperty, propertyMustBeKnown],
    [misplacedProperty, propertyMustBelongToItsBlock],
    [wrongArguments, propertyMustNameWhatItBelongsTo],
    [notAComponent, componentMustBelongToItsMedium],
    [notAParameter, variedNameMustBeAParameter],
    [unknownOption, optionMustBeKnown],
    [missingConvention, conventionMustBeStated],
    [propertyTwice, propertyMustBeGivenOnce],
    [missingValue, propertyMustHaveAValue],
    [unknownWord, wordMustBeOneOfTheProperty],
    [wrongKind, nameMustBeOfTheRightKind],
    [studyKind, repeatedStudyMustBeSteadyOrTransient],
    [variedValues, variedValuesMustBeAList],
    [dependence, valueMustDependOnWhatItMay],
    [outOfRange, valueMustBeInItsRange],
    [nonFinite, valueMustBeFinite],
    [tooManyCells, cellsMustBeFewEnough],
  ],
};
