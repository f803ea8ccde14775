import { HealthCheck } from './health-check';

/**
 * {@link HealthCheck.http} by an image that has Bash: no further process, and nothing that the image must have for it.
 * @param login what leaves a line of the header in `login`
 */
export const answersHttp = (port: number, path: string, login?: string): HealthCheck =>
  HealthCheck.bash(
    [getByBash(port), ...(login === undefined ? [`get ${path}`] : [login, `get ${path} "$login"`])].join(
      '\n',
    ),
  );

/**
 * A function of Bash, `get <path> [<line of the header>]`: leaves the lines of what comes back in `answer`, and fails where
 * its status is not one of success, as Kubernetes' probes see it.
 * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
 */
export const getByBash = (port: number): string =>
  `
get() {
  exec 3<>/dev/tcp/127.0.0.1/${port} || return
  printf 'GET %s HTTP/1.0\\r\\nHost: 127.0.0.1\\r\\n%s\\r\\n\\r\\n' "$1" "\${2:-Accept: */*}" >&3
  mapfile -t -u 3 answer
  [[ $answer == HTTP/*' '[23]* ]] || { echo "$answer"; return 1; }
}`.trim();
