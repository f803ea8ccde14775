import { releaseNotes } from '../../../tools/lib/release';

const changelog = (heading: string, text = '### Added\n\n- Something.'): string =>
  `# Changelog\n\nAll notable changes.\n\n## ${heading}\n\n${text}\n\n## [0.1.0] - 2026-01-01\n\n- The first.\n`;
const RELEASED = changelog('[0.2.0] - 2026-12-01');

test('the notes of a release are what the changelog says of its version, and no more', () => {
  expect(releaseNotes(RELEASED, '0.2.0', 'v0.2.0')).toBe('### Added\n\n- Something.\n');
  expect(releaseNotes(RELEASED, '0.1.0', 'v0.1.0')).toBe('- The first.\n');
});

test('a dry run takes a version without a day; a tag does not', () => {
  const unreleased = changelog('[0.2.0] - unreleased');
  expect(releaseNotes(unreleased, '0.2.0')).toContain('Something');
  expect(() => releaseNotes(unreleased, '0.2.0', 'v0.2.0')).toThrow(
    "'## [0.2.0] - unreleased' in CHANGELOG.md must end with the day of the release",
  );
});

test.each<[string, string, string, string | undefined, string]>([
  ['another tag', RELEASED, '0.2.0', 'v0.2.1', "must be v0.2.0, got 'v0.2.1'"],
  ['a tag without v', RELEASED, '0.2.0', '0.2.0', "must be v0.2.0, got '0.2.0'"],
  ['a version that the changelog lacks', RELEASED, '0.3.0', undefined, "no section '## [0.3.0]'"],
  [
    'a version of which nothing is said',
    changelog('[0.2.0] - 2026-12-01', ''),
    '0.2.0',
    undefined,
    'says nothing',
  ],
])('refuses %s', (_, text, version, tag, says) => {
  expect(() => releaseNotes(text, version, tag)).toThrow(says);
});
