const isPast = (name: string): boolean => /^no_/i.test(name);

/**
 * The proxies through which this environment reaches package registries, for all tools, here and in a build. In both
 * cases: curl and apt read only the lower one; and with a scheme, which apt and npm need. Those in Docker's own
 * configuration its client hands on by itself.
 * @see https://docs.docker.com/engine/cli/proxy/
 */
export function proxyVariables(): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  for (const lower of ['http_proxy', 'https_proxy', 'no_proxy']) {
    const upper = lower.toUpperCase();
    const given = process.env[lower] || process.env[upper];
    if (!given) continue;
    const value = isPast(lower) || given.includes('//') ? given : `http://${given}`;
    Object.assign(variables, { [lower]: value, [upper]: value });
  }
  return variables;
}

/** The variables whose value is no address: tools that cannot read it show it, with its password. */
export function unreadableProxies(): readonly string[] {
  const variables = Object.entries(proxyVariables());
  return variables
    .filter(([name, address]) => process.env[name] && !isPast(name) && !isReadable(address))
    .map(([name]) => name);
}

function isReadable(address: string): boolean {
  try {
    const { pathname, search, hash, username, password } = new URL(address);
    decodeURIComponent(username + password);
    return /^\/?$/.test(pathname + search + hash);
  } catch {
    return false;
  }
}

const ON_THIS_MACHINE = /^(\w+:\/\/)?([^@/]*@)?(localhost|127\.[\d.]+|\[::1\])(:|\/|$)/;

/** The options of `docker build` for them. A proxy on this machine is reached from no network but its own. */
export function proxyOptions(variables: Readonly<Record<string, string>>): readonly string[] {
  const proxies = Object.entries(variables).filter(([name]) => !isPast(name));
  if (proxies.length === 0) return [];
  const isHere = proxies.some(([, address]) => ON_THIS_MACHINE.test(address));
  return [
    // Without a value, which the client takes from its environment: a list of processes shows no password.
    ...Object.keys(variables).flatMap((name) => ['--build-arg', name]),
    ...(isHere ? ['--network', 'host'] : []),
  ];
}
