import { HealthCheck } from '../core/health-check';
import type { NodeTls } from './certificates';

const REQUEST = String.raw`\0\0\0\x0b\0\x12\0\0\0\0\0\1\0\1x`;

/**
 * The first message of TLS 1.3 or 1.2, without a key: each server answers with a message of the handshake, or with an alert.
 * @see https://www.rfc-editor.org/rfc/rfc8446#section-4.1.2
 */
const HELLO = [
  // A record with a message of the handshake, ClientHello, its random number, and no session.
  ...['16 0301 007c', '01 000078', '0303', '00'.repeat(32), '00'],
  // Eleven cipher suites, and no compression.
  ...['0016 1301 1302 1303 c02b c02f c02c c030 cca9 cca8 009e 009f', '01 00'],
  // Groups, their form, signatures, the versions, and of which group there is a key already: none.
  ...['0039', '000a 0008 0006 001d 0017 0018', '000b 0002 0100'],
  ...[
    '000d 0014 0012 0403 0503 0603 0804 0805 0806 0401 0501 0601',
    '002b 0005 04 0304 0303',
    '0033 0002 0000',
  ],
]
  .join('')
  .replaceAll(' ', '')
  .replaceAll(/../g, String.raw`\x$&`);

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

/**
 * Where the image has openssl, the same by the node's own certificate. Elsewhere only the JVM speaks TLS, and its start costs
 * more than all that is asked: then Bash asks for TLS, and a server's first byte says whether it goes on with that.
 */
function throughTls(port: number, { certificate, authority }: NodeTls): string {
  const client = `openssl s_client -quiet -verify_quiet -verify_return_error -connect 127.0.0.1:${port} -CAfile ${authority} -cert ${certificate} -key ${certificate}`;
  return `
if command -v openssl > /dev/null; then
  coproc ${client} 2>/dev/null
  trap 'kill $COPROC_PID 2>/dev/null' EXIT
  printf '${REQUEST}' >&"\${COPROC[1]}" && read -r -N 1 -u "\${COPROC[0]}"
else
  exec 3<>/dev/tcp/127.0.0.1/${port} && printf '${HELLO}' >&3 && read -r -N 1 -u 3 && [[ $REPLY == $'\\x16' ]]
fi`.trim();
}
