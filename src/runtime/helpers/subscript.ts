/** `o[key]`, `o[key] = value`, `del o[key]`, slices and `in`. */
export {
  buildSlice,
  charAt,
  contains,
  delItem,
  delSlice,
  getItem,
  getSlice,
  notContains,
  setItem,
  setSlice,
} from '../builtins/subscript.js';
