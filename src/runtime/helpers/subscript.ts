/** `o[key]`, `o[key] = value`, `del o[key]`, slices and `in`. */
export { buildSlice, delSlice, getSlice, getStepped, setSlice } from '../builtins/slices.js';
export { charAt, contains, delItem, getItem, notContains, setItem } from '../builtins/subscript.js';
