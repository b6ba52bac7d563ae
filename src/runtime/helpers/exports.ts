/** Everything that emitted code may call, under the name by which it asks for it. */
export { getAttr, getAttrSlow, setAttr } from '../object/attributes.js';
export { delAttr } from '../object/deletion.js';
export { badCall, keywordDefault, missingKeywords } from '../object/binding.js';
export { badInit } from '../object/direct.js';
export { call, call0, call1, call2, call3 } from '../object/call.js';
export { AsyncYield } from '../object/asyncGenerator.js';
export { iterate } from '../object/iterate.js';
export { Cell } from '../object/object.js';
export { PyDict, PySet } from '../object/table.js';
export { repr } from '../object/text.js';
export { truthy } from '../object/truth.js';
export { realPower } from '../builtins/floatMath.js';
export { Ellipsis, NotImplemented, PyComplex, PyFloat, PyList, PySlice, PyTuple, PyUnicode } from '../object/values.js';
export { enumerate } from '../builtins/enumerate.js';
export { declined } from '../object/operators.js';
export { max, max2, min, min2 } from '../builtins/minmax.js';
export { globals } from '../builtins/attributeFunctions.js';
export { isInstanceCheck as isInstance, isinstance } from '../builtins/isinstance.js';
export { list } from '../builtins/list.js';
export { all, any, sorted2, sorted3 as sorted } from '../builtins/sequence.js';
export { sum, sum2 } from '../builtins/sum.js';
export { range } from '../builtins/range.js';
export { tuple } from '../builtins/tuple.js';
export { caughtValue2 } from '../builtins/oldStyle2.js';
export { buildConstantSet, constantSet, constantSetItself, copyOfConstantSet } from '../builtins/constantSet.js';
export { range2, xrange } from '../builtins/xrange.js';
export { zip } from '../builtins/zip.js';
export { mulAddMod } from '../builtins/modular.js';
export * from './arithmetic.js';
export {
  buildDict,
  buildDict2,
  mergeParts,
  buildSet,
  bytesConstant,
  floatList,
  longConstant,
  newDict2,
  putInDict2,
  room,
  smallDict,
} from './builders.js';
export { nameOf } from './nameOf.js';
export { profileEnter, profileLeave, profilePause } from '../object/profiling.js';
export { profiledCall, profiledThreadCall } from './profiledCall.js';
export { tracedCall, tracedThreadCall } from './tracedCall.js';
export {
  traceAgain,
  traceAwaited,
  traceCall,
  traceCaught,
  traceDelegated,
  traceEnded,
  traceFrame,
  traceLeave,
  traceLine,
  tracePause,
  traceRaised,
  traceResume,
  traceTurn,
  traceTurnInto,
} from './tracing.js';
export { tracedThreadYieldFrom } from './tracedYieldFrom.js';
export {
  callFound,
  callFoundKeywords,
  callKeywords,
  readKeywords,
  setItems,
  starArgs,
  starArgsAfter,
  starItems,
} from './calls.js';
export {
  containsItem as contains,
  eq,
  eqTest,
  ge,
  geTest,
  gt,
  gtTest,
  is,
  isNot,
  le,
  leTest,
  lt,
  ltTest,
  ne,
  neTest,
  isAmongUnits,
  notContains,
} from './comparison.js';
export {
  again,
  assertionFailed,
  caught,
  chained,
  matches,
  raise,
  raise2,
  raiseFrom,
  reraise,
  tooDeep,
  traced,
} from './exceptions.js';
export { forkPoint } from './fork.js';
export {
  annotate,
  annotations,
  buildClass,
  def,
  genericBase,
  setTypeParams,
  typeAlias,
  typeParam,
} from './functions.js';
export {
  pushAll,
  pushAny,
  pushFrozenset,
  pushJoin,
  pushList,
  pushMax,
  pushMin,
  pushSet,
  pushSorted,
  pushSum,
  pushSum2,
  pushTuple,
} from './consumers.js';
export { frozenset, set } from '../builtins/set.js';
export { awaiting, delegation } from './delegation.js';
export {
  iterObject,
  newAsyncGenerator,
  newCoroutine,
  newGenerator,
  newLightGenerator,
  leaveAsyncIterator,
  leaveIterator,
  newWatchedGenerator,
  newThreadGenerator,
  threadYieldFrom,
  resumed,
  yieldFrom,
} from './generators.js';
export { asyncIter, asyncNext, AsyncRest, asyncRest } from './asyncFor.js';
export { starBegin, starEnd, starRaised, starSplit } from './groups.js';
export { dropFile } from './files.js';
export { futureFeature, importAs, importedLater, importedName, importFrom, importName } from './imports.js';
export { annotatedLater, later, onceMade, onceRun } from './later.js';
export { importStar } from './importStar.js';
export { storeRaw } from './rawSlots.js';
export { withLocals, withNamespace } from './locals.js';
export { matchClass, matchMapping, matchSequence } from './matching.js';
export {
  checkGlobal,
  deleteClassName,
  deleteGlobal,
  deleteName,
  loadGlobal,
  loadGlobalInFunction2,
  loadName,
  storeGlobal,
  storeName,
  unboundFree,
  unboundLocal,
} from './names.js';
export { displayHook, exec2, execInFunction, print2 } from './python2.js';
export { formatValue, percentField } from './strings.js';
export { flat } from '../text/flat.js';
export { floatType as float } from '../builtins/float.js';
export { intType as int } from '../builtins/int.js';
export { next } from '../builtins/sequence.js';
export {
  findAttribute,
  findFloat,
  findInt,
  findItem,
  findNext,
  missingAttribute,
  missingFloat,
  missingInt,
  missingItem,
  missingNext,
} from './missing.js';
export { charAt, delItem, delSlice, getItem, getSlice, getStepped, setItem, setSlice } from './subscript.js';
export { unbound } from './names.js';
export { methodOf, nextMethod, superMethod, superOf } from './super.js';
export { threadTaken } from '../threads/consume.js';
export { threadCall, threadEnter, threadExit, threadNext, threadOver, threadRest, threadTick } from './threads.js';
export {
  threadBinary,
  threadCompare,
  threadContains,
  threadDelItem,
  threadFormat,
  threadGetAttr,
  threadGetItem,
  threadIterate,
  threadProperty,
  threadSetAttr,
  threadSetItem,
  threadTruthy,
  threadUnary,
} from './threadOperations.js';
export { unpack, unpackStar } from './unpack.js';
export { interrupted } from './interrupts.js';
export { first, letGo } from './letGo.js';
export { asyncEnter, asyncExit, asyncManager, enter, exit, manager } from './with.js';
import './python2Classes.js';
