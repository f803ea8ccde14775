import { platform } from './platform';

/** An address of the platform on the host. */
export const url = (port: number, path: string): string =>
  `http://localhost:${platform.hostPort(port)}${path}`;

/** What a service answers with JSON. @throws Error naming status and text where it refuses */
export async function ask<T>(address: string, method = 'GET', body?: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(20_000);
  const response = await fetch(address, { method, headers, signal, body: body && JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${text}`);
  return (text ? JSON.parse(text) : undefined) as T;
}
