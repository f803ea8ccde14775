/** What no property takes, whatever it is for. */
export const KINDS: Readonly<Record<string, unknown>> = {
  null: null,
  'a number': -1.5,
  'not a number': NaN,
  infinity: Infinity,
  'a BigInt': 5n,
  'a symbol': Symbol('s'),
  'a Map': new Map([['a', 1]]),
  'a list': [null],
  'a function': (): undefined => undefined,
  'a promise': Promise.resolve(1),
  'a regular expression': /a/,
  'an instance of another class': new Error('x'),
  'an object without a prototype': Object.assign(Object.create(null) as object, { 'a b': 1 }),
  'a frozen object': Object.freeze({ 'a b': 1 }),
  'an object that cannot be read': revoked(),
};

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** What tells nobody anything. */
export const UNREADABLE = /TfToken|e\+2\d\d|\[object |^undefined/;
