import { check } from './checks';
import type { Check } from './properties';

/** What Maven fetches. */
export const coordinates = (source: string): Check =>
  check(
    source,
    'written group:artifact:version',
    (given) => typeof given === 'string' && /^[^\s:,]+:[^\s:,]+:[^\s:,]+$/.test(given),
  );
