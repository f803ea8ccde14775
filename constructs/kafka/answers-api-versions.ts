import { HealthCheck } from '../core/health-check';

/**
 * A real exchange of the protocol, without the start of a JVM or of any other process: an ApiVersions request, and the
 * first byte of its answer. Brokers and controllers answer it. The Engine gives up before the two minutes are over, and
 * ends nothing then: what asks a broker that hangs must end by itself.
 * @see https://kafka.apache.org/protocol.html#The_Messages_ApiVersions
 */
export function answersApiVersions(port: number): HealthCheck {
  const request = String.raw`\0\0\0\x0b\0\x12\0\0\0\0\0\1\0\1x`;
  return HealthCheck.bash(
    `exec 3<>/dev/tcp/127.0.0.1/${port} && printf '${request}' >&3 && read -r -t 120 -N 1 -u 3`,
  );
}
