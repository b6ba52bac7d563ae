/** Start-up: one line of output. */
console.log('hello from a program');
