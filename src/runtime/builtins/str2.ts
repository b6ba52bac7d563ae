import type { Members } from '../object/type.js';

export const str2Members = (): Members => ({});
