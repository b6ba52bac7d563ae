import { PyObject } from './object.js';

/** Never instantiated: None is JavaScript's null. Its prototype carries the attributes of None. */
export class PyNoneType extends PyObject {}
