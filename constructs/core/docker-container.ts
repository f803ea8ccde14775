import { Lazy } from 'cdktf';
import type { ContainerConfig } from '@cdktf/provider-docker/lib/container';
import { held } from './held-check';
import { normalized } from './in-container';
import { ownerLabel } from './image-needs';
import { asText, isResolved } from './resolved';
import { ENDPOINT_LABEL, LABEL } from './labels';
import { escapeTemplate, unpassable } from './escape-template';
import type {
  ContainerDescription,
  IPlatform,
  ServiceDescription,
  ServicePort,
  TaskDescription,
} from './platform';
import { hostNameOf, LOOPBACK } from './service-port';
import { secretText } from './secret';
import { secretMounts, secretsExist } from './secret-file';

/** A container that runs for ever and counts as deployed once it is healthy. */
export function serviceConfig(
  platform: IPlatform,
  network: string,
  stack: string,
  service: ServiceDescription,
): ContainerConfig {
  const { healthCheck, ports } = service;
  const { patience } = platform;
  const { test, timeout } = held(healthCheck, patience);
  const grace = service.stopGracePeriod.toSeconds();
  return escapeTemplate({
    ...hardened(platform, network, stack, service, ports),
    restart: 'unless-stopped',
    // The provider kills where it is given no grace, and the Engine's own shutdown reads stop_timeout.
    destroyGraceSeconds: grace,
    stopTimeout: grace,
    ports: ports.flatMap(({ port, hostPort, hostAddress = LOOPBACK }) =>
      hostPort === undefined
        ? []
        : [{ internal: port, external: platform.hostPort(hostPort), ip: hostAddress }],
    ),
    ...(healthCheck.test.length > 0 && {
      healthcheck: {
        test,
        interval: healthCheck.interval.toGoString(),
        // What a check may take, not how often one is made or how many may fail: on a slow machine they only take longer.
        timeout: timeout.toGoString(),
        startPeriod: healthCheck.startPeriod.times(patience).toGoString(),
        retries: healthCheck.retries,
      },
      // The provider waits for nothing where the program declares no check.
      wait: true,
      waitTimeout: service.startTimeout.times(patience).toSeconds(),
    }),
  });
}

/** A container that is waited for, and whose exit code decides whether the deploy goes on. */
export function taskConfig(
  platform: IPlatform,
  network: string,
  stack: string,
  task: TaskDescription,
): ContainerConfig {
  const config = hardened(platform, network, stack, task, []);
  return {
    ...escapeTemplate(config),
    restart: 'no',
    attach: true,
    logs: true,
    mustRun: false,
    lifecycle: {
      ...config.lifecycle,
      postcondition: [
        {
          condition: '${self.exit_code == 0}',
          errorMessage: `Task ${task.serviceName} ended with exit code \${self.exit_code}: \${self.container_logs}`,
        },
      ],
    },
  };
}

/** What every container gets, and the answers to the provider's pitfalls; nothing of it is said anywhere else. */
function hardened(
  platform: IPlatform,
  network: string,
  stack: string,
  runnable: ContainerDescription,
  ports: readonly ServicePort[],
): ContainerConfig {
  const { image, serviceName, memory, volumes = [], entrypoint, dangerouslyAs } = runnable;
  const files = Object.entries(runnable.files ?? {});
  // The Engine uploads nothing into a container with a read-only root, not even into a volume.
  const readOnly = image.readOnlyRoot && files.length === 0;
  const mounts = secretMounts(runnable.secretFiles, platform.copiesSecretFiles);
  const precondition = secretsExist(runnable.secretFiles);
  return {
    name: platform.containerName(serviceName),
    hostname: serviceName,
    image: image.reference,
    user: dangerouslyAs === 'root' ? '0' : runnable.user,
    ...(entrypoint && { entrypoint: [...entrypoint] }),
    // Both are read at synth, because a service may be told more after it was declared.
    command:
      runnable.command && Lazy.listValue({ produce: () => escapeTemplate([...(runnable.command ?? [])]) }),
    env: Lazy.listValue({ produce: () => escapeTemplate(environment(runnable)) }),
    networksAdvanced: [{ name: network, aliases: [serviceName, ...platform.aliasesOf(serviceName)] }],
    volumes: volumes.map(({ volume, path, readOnly }) => ({
      ...('volumeName' in volume ? { volumeName: volume.volumeName } : { hostPath: volume.path }),
      containerPath: normalized(path),
      readOnly,
    })),
    ...(mounts.length > 0 && { mounts }),
    ...(precondition.length > 0 && { lifecycle: { precondition } }),
    upload: files.map(([file, content]) => ({ file: normalized(file), ...uploaded(content) })),
    readOnly,
    tmpfs: readOnly ? tmpfs(runnable) : undefined,
    ...(dangerouslyAs === undefined && { capabilities: { drop: ['ALL'] } }),
    securityOpts: ['no-new-privileges:true'],
    memory: memory.toMebibytes(),
    // Without it the provider sees a difference in every later plan; equal to the limit it means no swap.
    memorySwap: memory.toMebibytes(),
    cpus: runnable.cpus === undefined ? undefined : asText(runnable.cpus),
    logDriver: 'json-file',
    logOpts: { 'max-size': '10m', 'max-file': '3' },
    labels: labels(platform, stack, runnable, ports),
  };
}

function environment({
  environment: variables = {},
  dangerouslyVisible: secrets = {},
}: ContainerDescription): string[] {
  const plain = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  const secret = Object.entries(secrets).map(([name, value]) => `${name}=${secretText(value)}`);
  return [...plain, ...secret].sort();
}

/**
 * Executable, because snappy and zstd unpack native libraries there on first use; with a mode of its own, because the
 * runtime else takes the mode of the folder below, which belongs to root.
 */
function tmpfs({ writablePaths = [], volumes = [] }: ContainerDescription): Record<string, string> {
  const mounted = volumes.map(({ path }) => normalized(path));
  const paths = ['/tmp', ...writablePaths].map(normalized).filter((path) => !mounted.includes(path));
  return Object.fromEntries(paths.map((path) => [path, 'rw,exec,nosuid,nodev,mode=1777']));
}

/** As bytes where Terraform would make another text of it; and the provider takes no text at all for none given. */
function uploaded(content: string): { content: string } | { contentBase64: string } {
  if (content === '') return { contentBase64: '\n' };
  return !isResolved(content) || unpassable(content) === undefined
    ? { content }
    : { contentBase64: Buffer.from(content).toString('base64') };
}

/** Tells commands and people which containers belong to the platform, what they are, and where each port is on the host. */
function labels(
  platform: IPlatform,
  stack: string,
  runnable: ContainerDescription,
  ports: readonly ServicePort[],
): { label: string; value: string }[] {
  const published = ports.flatMap((port) =>
    port.hostPort === undefined
      ? []
      : [
          [
            `${ENDPOINT_LABEL}${port.name}`,
            `${port.scheme ? `${port.scheme}://` : ''}${hostNameOf(port)}:${platform.hostPort(port.hostPort)}`,
          ],
        ],
  );
  const all: Record<string, string> = {
    ...runnable.labels,
    ...ownerLabel(runnable),
    [LABEL.platform]: platform.platformName,
    [LABEL.stack]: stack,
    [LABEL.service]: runnable.serviceName,
    ...(Object.fromEntries(published) as Record<string, string>),
  };
  return Object.entries(all).map(([label, value]) => ({ label, value }));
}
