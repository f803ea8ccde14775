import type { IConstruct } from 'constructs';
import { HOST_NAME } from './docker-platform-props';
import { formatValue } from './format-value';
import { reportProblem } from './validation';

/** What is found in a network by a name, whatever its case. */
export class HostNames {
  private readonly owners = new Map<string, { readonly scope: IConstruct; readonly serviceName: string }>();

  /** Whose names are there. */
  public get services(): readonly string[] {
    return [...new Set([...this.owners.values()].map(({ serviceName }) => serviceName))];
  }

  /** Takes a service's own name, and others by which it is found, too. */
  public claim(scope: IConstruct, serviceName: string, further: readonly string[]): void {
    for (const name of new Set([serviceName, ...further.map((each) => each.toLowerCase())])) {
      const other = this.owners.get(name);
      if (!other) this.owners.set(name, { scope, serviceName });
      else if (other.serviceName !== serviceName) {
        const sentence = `its host name ${formatValue(name)} is already that of ${other.scope.node.path}, for a service is found by its name, by its container's and by its aliases; give one of them another serviceName.`;
        reportProblem(scope, HOST_NAME, sentence);
      }
    }
  }
}

/** Sentences about names of what is not there. */
export function unknownAmong(
  property: string,
  given: Readonly<Record<string, unknown>>,
  what: string,
  there: readonly string[],
): string[] {
  return Object.keys(given)
    .filter((name) => !there.includes(name))
    .map(
      (name) =>
        `${property} must be of what is on the platform, got the ${what} ${formatValue(name)}; there are ${[...there].sort().join(', ') || 'none'}.`,
    );
}
