/** A password as a word of a shell's, or of a list of words: in quotes, or what a command prints. */
const PASSWORD = String.raw`(?<value>"[^"\n]{1,500}"|'[^'\n]{1,500}'|\$\([^)\n]{1,500}\)|[^\s"'|;&,-][^\s"'|;&,]{0,500})`;

/** @param before what of the program's words a password follows */
function command(programs: string, before: string): RegExp {
  const start = String.raw`(?:^|[\s/"'(;|&])(?:${programs})["']?\s`;
  const words = String.raw`(?:[^\n|;&]{0,500}?\s)??["']?`;
  return new RegExp(start + words + before + PASSWORD, 'g');
}

/** Where programs that many people use want a password, though no name beside it says so. */
const COMMANDS: readonly RegExp[] = [
  command('(?:mysql|mariadb)(?:-?(?:admin|dump|check|import|show|slap))?|mysqlsh|7z[az]?|rar|unrar', '-p'),
  command('sshpass', String.raw`-p\s?`),
  command('(?:redis|valkey|keydb)-cli', String.raw`-a["']?\s{1,9}`),
  command(
    'mongo(?:sh|dump|restore|export|import)?|cqlsh|cypher-shell|couchbase-cli|docker login|az login|vsql',
    String.raw`-p["']?\s{1,9}`,
  ),
  command('sqlcmd|bcp|tsql|isql|mosquitto_(?:pub|sub|rr)|zip|unzip', String.raw`-P["']?\s?`),
  command('ldap(?:search|modify|add|delete|whoami|passwd)', String.raw`-w["']?\s?`),
  command(
    'curl|https?|etcdctl',
    String.raw`(?:-u|--user|-U|--proxy-user|-a|--auth)["']?[\s=]?\s{0,9}["']?[^\s:"'-][^\s:"']{0,200}:`,
  ),
  command('smbclient|rpcclient', String.raw`-U\s{0,9}["']?[^\s%"']{1,200}%`),
  command('lftp', String.raw`-u\s{1,9}["']?[^\s,"']{1,200},`),
  command(
    'mc',
    String.raw`(?:alias set|config host add)\s{1,9}\S{1,99}\s{1,9}\S{1,500}\s{1,9}\S{1,200}\s{1,9}`,
  ),
  command('rabbitmqctl', String.raw`(?:add_user|change_password|authenticate_user)\s{1,9}\S{1,99}\s{1,9}`),
  command('sqlplus|expdp|impdp|rman', String.raw`[\w$]{1,99}/`),
  command('htpasswd', String.raw`-\w{0,9}b\w{0,9}\s{1,9}(?:\S*/\S{1,500}\s{1,9})?[\w.-]{1,99}\s{1,9}`),
  command('aws', String.raw`configure set aws_secret_access_key\s{1,9}`),
  command('openssl', String.raw`(?:-pass(?:in|out)?\s{1,9}["']?pass:|-k\s{1,9})`),
  // SQL, as it is handed to such a program.
  /\b(?:identified\s{1,9}(?:with\s{1,9}\w{1,99}\s{1,9})?by|(?:user|role)\b[^\n;]{0,200}\bpassword)\s{1,9}(?<value>\\?["'][^"'\n]{1,500}["'])/gi,
];

/** What stands in a command, or in a script of commands, where its program wants a password. */
export function passwordsIn(text: string): readonly string[] {
  return COMMANDS.flatMap((each) => [...text.matchAll(each)].map(({ groups }) => groups?.value ?? ''));
}
