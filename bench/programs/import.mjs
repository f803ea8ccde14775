// Prints how many seconds the import of the module that its argument names takes.
const start = performance.now();
await import(process.argv[2]);
console.log((performance.now() - start) / 1000);
