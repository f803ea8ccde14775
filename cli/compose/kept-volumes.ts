import { imageName } from './kinds';
import type { ComposeService } from './service';
import type { Writer } from './writer';

/** Lets the construct go on with the volumes of the file, where that is wished; new ones take their place else. */
export function keep(
  writer: Writer,
  service: ComposeService,
  places: readonly (readonly [RegExp, string])[],
): void {
  for (const mount of service.mounts) {
    const place = places.find(([target]) => target.test(mount.target))?.[1];
    if (mount.type !== 'volume' || place === undefined) continue;
    if (!writer.wishes.keepsData) {
      mount.entry.done();
      continue;
    }
    if (!imageName(service.image).startsWith('cp-')) {
      writer.notes.leftOut(
        mount.entry,
        `its data stays where it is, unused: ${service.image ?? 'that image'} keeps it in other folders and as another user than the library's image; mirror what must stay.`,
      );
      continue;
    }
    mount.entry.done();
    writer.volume(mount.source, mount.entry);
    const name = writer.existingVolumes.get(mount.source);
    writer.existingVolumes.delete(mount.source);
    if (name !== undefined) writer.existingVolumes.set(place, name);
  }
}
