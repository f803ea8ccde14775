import { HealthCheck } from '../core/health-check';

/**
 * A real exchange of the protocol, without the start of a JVM: an ApiVersions request, and eight bytes of its answer.
 * Brokers and controllers answer it.
 * @see https://kafka.apache.org/protocol.html#The_Messages_ApiVersions
 */
export function answersApiVersions(port: number): HealthCheck {
  const request = String.raw`\0\0\0\x0b\0\x12\0\0\0\0\0\1\0\1x`;
  return HealthCheck.bash(
    `exec 3<>/dev/tcp/127.0.0.1/${port} && printf '${request}' >&3 && test "$(head -c 8 <&3 | wc -c)" = 8`,
  );
}
