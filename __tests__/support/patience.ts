// Real tools and real services take minutes, where a unit test that takes five seconds hangs.
jest.setTimeout(600_000);
