import { LABEL } from '../../constructs/core/labels';
import { unlabelled } from './unlabelled';

export type Labels = Readonly<Record<string, string | undefined>>;

/** What a container, network or volume says of itself. @param attributes of its resource, in a plan or as synthesized */
export function labelsIn(attributes: Readonly<Record<string, unknown>>): Labels {
  const all = (attributes.labels ?? []) as readonly { readonly label: string; readonly value?: string }[];
  const labels: Labels = Object.fromEntries(all.map(({ label, value }) => [label, value]));
  const isOlder = labels[LABEL.platform] !== undefined && labels[LABEL.role] === undefined;
  return isOlder ? { ...unlabelled(attributes), ...labels } : labels;
}
