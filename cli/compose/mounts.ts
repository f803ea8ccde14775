import type { Mount } from './short-forms';
import { properties, text } from './code';
import type { Writer } from './writer';

/** A mount as the program has it; undefined where nothing of it is mounted, which is said then. */
export function mountCode(writer: Writer, mount: Mount, serviceName: string): string | undefined {
  const { type, source, target, readOnly, entry } = mount;
  entry.done();
  const path = text(target);
  if (!target.startsWith('/')) {
    writer.notes.leftOut(entry, 'its path in the container is not absolute; give the whole path.');
    return undefined;
  }
  const flag = readOnly ? 'true' : undefined;
  if (type === 'volume') return properties({ volume: writer.volume(source, entry), path, readOnly: flag });
  if (type === 'anonymous')
    return properties({
      volume: `platform.volume(${text(`${serviceName}${target.replace(/[^\w.-]+/g, '-')}`)})`,
      path,
    });
  if (type === 'bind') {
    writer.use('HostPath');
    writer.usesPaths = true;
    const host = writer.path(source);
    return properties({ volume: `HostPath.of(resolve(${text(host)}))`, path, readOnly: flag });
  }
  if (type === 'other')
    writer.notes.leftOut(
      entry,
      'only volumes, folders of the machine and tmpfs are mounted; add it to the resource by addOverride.',
    );
  return undefined;
}
