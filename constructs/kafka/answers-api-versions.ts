import { HealthCheck } from '../core/health-check';
import type { NodeTls } from './certificates';

const REQUEST = String.raw`\0\0\0\x0b\0\x12\0\0\0\0\0\1\0\1x`;

/**
 * A real exchange of the protocol, without the start of a JVM or, in plaintext, of any other process: an ApiVersions
 * request, and the first byte of its answer. Brokers and controllers answer it.
 * @param tls how it shows who it is, and that it is the one that it was taken for: with the certificate of its own
 * @see https://kafka.apache.org/protocol.html#The_Messages_ApiVersions
 */
export function answersApiVersions(port: number, tls?: NodeTls): HealthCheck {
  return HealthCheck.bash(tls ? throughTls(port, tls) : openly(port));
}

const openly = (port: number): string =>
  `exec 3<>/dev/tcp/127.0.0.1/${port} && printf '${REQUEST}' >&3 && read -r -N 1 -u 3`;

function throughTls(port: number, { certificate, authority }: NodeTls): string {
  const client = `openssl s_client -quiet -verify_quiet -verify_return_error -connect 127.0.0.1:${port} -CAfile ${authority} -cert ${certificate} -key ${certificate}`;
  return [
    `coproc ${client} 2>/dev/null`,
    `trap 'kill $COPROC_PID 2>/dev/null' EXIT`,
    `printf '${REQUEST}' >&"\${COPROC[1]}" && read -r -N 1 -u "\${COPROC[0]}"`,
  ].join('; ');
}
