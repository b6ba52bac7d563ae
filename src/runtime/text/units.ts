/** UTF-16 units of strings, where strings of all kinds come by. */

const { charCodeAt } = String.prototype;

/**
 * `text.charCodeAt(at)`. V8 has a hidden class for each way in which it keeps a string (as a slice, as a sum, of one byte, of
 * two, …); where more than four of them come by it looks the method up at every call, which takes four times as long.
 */
export const unitAt = (text: string, at: number): number => charCodeAt.call(text, at);
