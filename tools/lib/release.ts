import { CommandError } from '../../cli/program';

/**
 * What the changelog says of a version, which becomes the notes of its release.
 * @param tag that is to be published. Without one, the version may be unreleased: that is a dry run.
 * @throws CommandError saying what does not fit together
 */
export function releaseNotes(changelog: string, version: string, tag?: string): string {
  if (tag !== undefined && tag !== `v${version}`)
    throw new CommandError(
      `The tag of version ${version} must be v${version}, got '${tag}': set the version by npm version, or tag another commit.`,
    );
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((each) => each.startsWith(`[${version}]`));
  if (section === undefined)
    throw new CommandError(`CHANGELOG.md has no section '## [${version}]': say there what users notice.`);
  const [heading = '', ...lines] = section.split('\n');
  if (tag !== undefined && !/ - \d{4}-\d{2}-\d{2}$/.test(heading))
    throw new CommandError(
      `'## ${heading}' in CHANGELOG.md must end with the day of the release, as in '## [${version}] - 2026-12-01'.`,
    );
  const notes = lines.join('\n').trim();
  if (notes === '') throw new CommandError(`'## ${heading}' in CHANGELOG.md says nothing.`);
  return `${notes}\n`;
}
