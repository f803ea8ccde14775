import { docker } from '../../support/deployed-platform';
import { platform } from './platform';

/** Room for a broker of this suite and its next segments, and no more. */
const MEBIBYTES = 256;

/** A disk that is full, or not. */
export interface SmallDisk {
  fill(): Promise<unknown>;
  free(): Promise<unknown>;
}

/**
 * A service with what is on one of its volumes on a small disk of its own, while this goes on. Everything that it wrote
 * there is on its volume again afterwards.
 * @param path of the volume in the service's container
 */
export async function onSmallDisk(
  service: string,
  path: string,
  work: (disk: SmallDisk) => Promise<void>,
): Promise<void> {
  const name = `${platform.name}-small-disk`;
  const { Id, Config, HostConfig, Name } = await platform.container(service).inspect();
  // By its id, for its name becomes another's.
  const original = docker.getContainer(Id);
  const binds = HostConfig.Binds as readonly string[];
  const volume = binds.find((bind) => bind.split(':')[1] === path)?.split(':')[0];
  if (!volume) throw new Error(`${service} has no volume at ${path}`);
  const options = { type: 'tmpfs', device: 'tmpfs', o: `size=${MEBIBYTES}m` };
  await docker.createVolume({ Name: name, Driver: 'local', DriverOpts: options });
  // Also keeps the disk there while the service is down.
  const keeper = await docker.createContainer({
    name,
    Image: Config.Image,
    User: '0',
    Entrypoint: ['sleep', 'infinity'],
    HostConfig: { Binds: [`${volume}:/volume`, `${name}:/disk`], NetworkMode: 'none' },
  });
  const shell = (command: string): Promise<string> =>
    platform.run('docker', 'exec', name, 'bash', '-c', command);
  const moved = `${Name.slice(1)}-moved`;
  await original.stop();
  await original.rename({ name: moved });
  try {
    await keeper.start();
    await shell('cp --archive /volume/. /disk');
    const stand = await docker.createContainer({
      ...Config,
      // The platform's own stays the one that is asked for.
      Labels: {},
      name: Name.slice(1),
      HostConfig: { ...HostConfig, Binds: binds.map((bind) => bind.replace(volume, name)) },
      NetworkingConfig: { EndpointsConfig: { [platform.name]: { Aliases: [service] } } },
    });
    await stand.start();
    await work({
      fill: () => shell('dd if=/dev/zero of=/disk/filler bs=1M 2>&1 || true'),
      free: () => shell('rm /disk/filler'),
    });
    await stand.stop();
    await shell('find /volume -mindepth 1 -delete && cp --archive /disk/. /volume');
  } finally {
    await platform
      .container(service)
      .remove({ force: true })
      .catch(() => undefined);
    await original.rename({ name: Name.slice(1) });
    await keeper.remove({ force: true });
    await docker.getVolume(name).remove();
    await original.start();
  }
}
