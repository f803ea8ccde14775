/**
 * The proxies through which this environment reaches package registries, for the tools of a build. In both cases: curl
 * and apt read only the lower one. Those in Docker's own configuration its client hands on by itself.
 * @see https://docs.docker.com/engine/cli/proxy/
 */
export function proxyVariables(): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  for (const lower of ['http_proxy', 'https_proxy', 'no_proxy']) {
    const upper = lower.toUpperCase();
    const value = process.env[lower] || process.env[upper];
    if (value) Object.assign(variables, { [lower]: value, [upper]: value });
  }
  return variables;
}

const ON_THIS_MACHINE = /^(\w+:\/\/)?([^@/]*@)?(localhost|127\.[\d.]+|\[::1\])(:|\/|$)/;

/** The options of `docker build` for them. A proxy on this machine is reached from no network but its own. */
export function proxyOptions(variables: Readonly<Record<string, string>>): readonly string[] {
  const proxies = Object.entries(variables).filter(([name]) => !/^no_/i.test(name));
  if (proxies.length === 0) return [];
  const isHere = proxies.some(([, address]) => ON_THIS_MACHINE.test(address));
  return [
    // Without a value, which the client takes from its environment: a list of processes shows no password.
    ...Object.keys(variables).flatMap((name) => ['--build-arg', name]),
    ...(isHere ? ['--network', 'host'] : []),
  ];
}
