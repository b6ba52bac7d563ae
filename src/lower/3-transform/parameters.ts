/** The JavaScript name of a parameter, which a cell replaces where nested functions use it. */
export const parameterName = (p: { jsName: string; captured: boolean }) => (p.captured ? `${p.jsName}$p` : p.jsName);
