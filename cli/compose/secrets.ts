import type { Entry } from './entry';
import type { ComposeService } from './service';
import { properties, text, texts } from './code';
import type { Writer } from './writer';

/** What a service reads from the file's secrets and configs. */
interface ReadFiles {
  readonly secretFiles?: string;
  readonly texts?: string;
  readonly mounts: readonly string[];
}

export function secretFilesOf(writer: Writer, service: ComposeService): ReadFiles {
  const secrets: Record<string, string> = {};
  for (const { name, target, entry } of references(service.entry.get('secrets'))) {
    const path = writer.file.top.secrets.get(name)?.get('file')?.text();
    const inside = target.startsWith('/') ? target : `/run/secrets/${target}`;
    if (path === undefined) {
      writer.notes.leftOut(
        entry,
        `the secret ${name} is no file: write its value to one, and bring it by secretFiles to ${inside}.`,
      );
      continue;
    }
    writer.use('SecretFile');
    writer.usesPaths = true;
    secrets[inside] = `SecretFile.fromHost(resolve(${text(writer.path(path))}))`;
  }
  const files: Record<string, string> = {};
  const mounts: string[] = [];
  for (const { name, target, entry } of references(service.entry.get('configs'))) {
    const declared = writer.file.top.configs.get(name);
    const [path, content] = [declared?.get('file')?.text(), declared?.get('content')?.text()];
    const inside = target.startsWith('/') ? target : `/${target}`;
    if (content !== undefined) files[inside] = content;
    else if (path === undefined)
      writer.notes.leftOut(entry, `the config ${name} has neither file nor content: give its text by files.`);
    else {
      writer.use('HostPath');
      writer.usesPaths = true;
      const volume = `HostPath.of(resolve(${text(writer.path(path))}))`;
      mounts.push(properties({ volume, path: text(inside), readOnly: 'true' }));
    }
  }
  return {
    secretFiles: Object.keys(secrets).length > 0 ? properties(secrets) : undefined,
    texts: texts(files),
    mounts,
  };
}

function references(
  given: Entry | undefined,
): { readonly name: string; readonly target: string; readonly entry: Entry }[] {
  return (given?.items ?? []).map((entry) => {
    const name = (entry.isScalar ? entry.text() : entry.get('source')?.text()) ?? '';
    const target = entry.get('target')?.text() ?? name;
    entry.done();
    return { name, target, entry };
  });
}
