/** Results as Python prints them. */

/** The program's first argument as a number. */
export const argument = (usual) => Number(process.argv[2] ?? usual);

export const list = (items) => `[${items.join(', ')}]`;

export const tuple = (items) => `(${items.join(', ')})`;

export const quoted = (text) => `'${text}'`;

export const float = (number) => (Number.isInteger(number) ? number.toFixed(1) : String(number));
