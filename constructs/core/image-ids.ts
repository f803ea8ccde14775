import { createHash } from 'node:crypto';

/** Under what id an image is in the tree. */
export class ImageIds {
  private readonly first = new Map<string, string>();

  /** Another one where two references differ only in what an id cannot have. */
  public of(reference: string): string {
    const id = `image-${reference.replace(/[^\w.-]+/g, '-')}`;
    const first = this.first.get(id) ?? reference;
    this.first.set(id, first);
    return first === reference
      ? id
      : `${id}-${createHash('sha256').update(reference).digest('hex').slice(0, 8)}`;
  }
}
