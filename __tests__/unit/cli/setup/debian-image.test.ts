import { sourcesOf } from '../../../../cli/setup/debian-image';

const MIRROR = 'https://mirror.example.com/debian';
const SECURITY = 'https://mirror.example.com/debian-security';

describe('the package sources of a Debian made on this host', () => {
  test("are at the host's own mirrors, the main source first", () => {
    const host = [
      `deb ${SECURITY} bookworm-security main`,
      `deb ${MIRROR} bookworm-updates main`,
      `deb ${MIRROR} bookworm main`,
    ];
    expect(sourcesOf('bookworm', host)).toEqual([host[2], host[1], host[0]]);
  });

  test('are those of the suite that was asked for, where the host is of another one', () => {
    const host = [`deb ${MIRROR} bookworm main`, `deb ${SECURITY} bookworm-security main`];
    expect(sourcesOf('trixie', host)).toEqual([
      `deb ${MIRROR} trixie main`,
      `deb ${SECURITY} trixie-security main`,
    ]);
  });

  test('come once where a host names a mirror for two suites', () => {
    const host = [`deb ${MIRROR} bookworm main`, `deb ${MIRROR} sid main`];
    expect(sourcesOf('trixie', host)).toEqual([`deb ${MIRROR} trixie main`]);
  });

  test.each<[string, string[]]>([
    ['where the host has none', []],
    ['where the host lists only backports', [`deb ${MIRROR} bookworm-backports main`]],
    ['where no mirror has a main source', [`deb ${SECURITY} bookworm-security main`]],
  ])("are left to the tool's default %s", (_, host) => {
    expect(sourcesOf('trixie', host)).toEqual([]);
  });
});
