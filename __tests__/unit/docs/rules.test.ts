import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declaredRules, rulesTable } from '../../../tools/lib/rules';

test('every rule says what holds, and where that comes from', () => {
  for (const { says, source } of declaredRules()) {
    expect(says).toMatch(/\w/);
    expect(source).toMatch(/policy|https:\/\/|RFC|POSIX|[a-z]\.[A-Za-z]/);
  }
});

test('the documentation has every rule', () => {
  const guide = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'guide', 'rules.md'), 'utf8');
  expect(guide).toContain(rulesTable());
});
