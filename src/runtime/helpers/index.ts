/** Everything that emitted code may call, by the name under which it asks for it. */
import { delAttr, getAttr, getAttrSlow, setAttr } from '../object/attributes.js';
import { badCall, keywordDefault, missingKeywords } from '../object/binding.js';
import { badInit } from '../object/direct.js';
import { call, call0, call1, call2, call3 } from '../object/call.js';
import { AsyncYield } from '../object/generator.js';
import { iterate } from '../object/iterate.js';
import { Cell } from '../object/object.js';
import { PyDict, PySet } from '../object/table.js';
import { repr } from '../object/text.js';
import { truthy } from '../object/truth.js';
import { floatType as floatClass } from '../builtins/float.js';
import { Ellipsis, NotImplemented, PyComplex, PyFloat, PyList, PySlice, PyTuple, PyUnicode } from '../object/values.js';
import { enumerate } from '../builtins/enumerate.js';
import { declined } from '../object/operators.js';
import { max, min } from '../builtins/minmax.js';
import { isInstanceCheck, isinstance } from '../builtins/isinstance.js';
import { list } from '../builtins/list.js';
import { all, any, sorted3 as sorted } from '../builtins/sequence.js';
import { sum } from '../builtins/sum.js';
import { range } from '../builtins/range.js';
import { tuple } from '../builtins/tuple.js';
import { caughtValue2 } from '../builtins/oldStyle2.js';
import { xrange } from '../builtins/xrange.js';
import { zip } from '../builtins/zip.js';
import { mulAddMod } from '../builtins/modular.js';
import * as arithmetic from './arithmetic.js';
import {
  buildDict,
  buildDict2,
  buildDictMerging,
  buildConstantSet,
  buildSet,
  bytesConstant,
  longConstant,
  newDict2,
  putInDict2,
  room,
} from './builders.js';
import { callKeywords, setItems, starArgs, starItems } from './calls.js';
import {
  containsItem,
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
  notContains,
} from './comparison.js';
import {
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
import { forkPoint } from './fork.js';
import {
  annotate,
  annotations,
  buildClass,
  def,
  genericBase,
  setTypeParams,
  typeAlias,
  typeParam,
} from './functions.js';
import {
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
  pushTuple,
} from './consumers.js';
import { frozenset, set } from '../builtins/set.js';
import { delegation } from './delegation.js';
import {
  asyncIter,
  asyncNext,
  awaitOn,
  iterObject,
  newAsyncGenerator,
  newCoroutine,
  newGenerator,
  newThreadGenerator,
  threadYieldFrom,
  resumed,
  yieldFrom,
} from './generators.js';
import { starBegin, starEnd, starRaised, starSplit } from './groups.js';
import { dropFile } from './files.js';
import { futureFeature, importAs, importedName, importFrom, importName, importStar } from './imports.js';
import { storeRaw } from './rawSlots.js';
import { withLocals, withNamespace } from './locals.js';
import { matchClass, matchMapping, matchSequence } from './matching.js';
import {
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
import { displayHook, exec2, execInFunction, print2 } from './python2.js';
import './python2Classes.js';
import { formatValue } from './strings.js';
import { charAt, delItem, delSlice, getItem, getSlice, setItem, setSlice } from './subscript.js';
import { unbound } from './names.js';
import { superMethod, superOf } from './super.js';
import { threadTaken } from '../threads/consume.js';
import { threadCall, threadEnter, threadExit, threadNext, threadOver, threadTick } from './threads.js';
import { unpack, unpackStar } from './unpack.js';
import { interrupted } from './interrupts.js';
import { asyncEnter, asyncExit, asyncManager, enter, exit, manager } from './with.js';

export const helpers = {
  forkPoint,
  ...arithmetic,
  again,
  all,
  any,
  dropFile,
  annotate,
  annotations,
  assertionFailed,
  asyncEnter,
  asyncExit,
  asyncIter,
  asyncManager,
  asyncNext,
  AsyncYield,
  awaitOn,
  badCall,
  badInit,
  buildClass,
  buildDict,
  buildDict2,
  newDict2,
  putInDict2,
  buildDictMerging,
  buildConstantSet,
  buildSet,
  room,
  bytesConstant,
  call,
  call0,
  call1,
  call2,
  call3,
  callKeywords,
  caught,
  Cell,
  charAt,
  chained,
  checkGlobal,
  contains: containsItem,
  declined,
  def,
  delAttr,
  delegation,
  deleteClassName,
  deleteGlobal,
  deleteName,
  delItem,
  delSlice,
  displayHook,
  Ellipsis,
  enter,
  enumerate,
  eq,
  eqTest,
  exec2,
  execInFunction,
  exit,
  formatValue,
  frozenset,
  futureFeature,
  ge,
  geTest,
  getAttr,
  getAttrSlow,
  getItem,
  getSlice,
  gt,
  gtTest,
  importAs,
  interrupted,
  importedName,
  importFrom,
  importName,
  importStar,
  is,
  isInstance: isInstanceCheck,
  isinstance,
  isNot,
  iterate,
  iterObject,
  le,
  leTest,
  keywordDefault,
  missingKeywords,
  list,
  loadGlobal,
  caughtValue2,
  loadGlobalInFunction2,
  loadName,
  longConstant,
  lt,
  ltTest,
  manager,
  matchClass,
  matches,
  matchMapping,
  matchSequence,
  max,
  min,
  mulAddMod,
  ne,
  neTest,
  newAsyncGenerator,
  newCoroutine,
  newGenerator,
  newThreadGenerator,
  threadYieldFrom,
  notContains,
  NotImplemented,
  print2,
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
  pushTuple,
  PyComplex,
  PyDict,
  PyFloat,
  floatClass,

  PyList,
  PySet,
  PySlice,
  PyTuple,
  PyUnicode,
  raise,
  range,
  raise2,
  raiseFrom,
  repr,
  reraise,
  resumed,
  set,
  setAttr,
  setItem,
  setSlice,
  setTypeParams,
  sorted,
  starArgs,
  starBegin,
  starEnd,
  setItems,
  starItems,
  starRaised,
  starSplit,
  storeGlobal,
  storeName,
  storeRaw,
  sum,
  superMethod,
  superOf,
  threadCall,
  threadEnter,
  threadExit,
  threadNext,
  threadOver,
  threadTaken,
  threadTick,
  tooDeep,
  traced,
  truthy,
  tuple,
  typeAlias,
  genericBase,
  typeParam,
  unbound,
  unboundFree,
  unboundLocal,
  unpack,
  unpackStar,
  withLocals,
  withNamespace,
  xrange,
  yieldFrom,
  zip,
};
