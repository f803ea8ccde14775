/** A password as a word of a shell's, or of a list of words: in quotes, or what a command prints. */
const PASSWORD = String.raw`(?<value>"[^"\n]{1,500}"|'[^'\n]{1,500}'|\$\([^)\n]{1,500}\)|[^\s"'|;&,-][^\s"'|;&,]{0,500})`;

const called = (programs: string): string => String.raw`(?:^|[\s/"'(;|&])(?:${programs})["']?\s`;

/** Where programs that many people use want a password, though no name beside it says so: what of their words it follows. */
const COMMANDS: readonly (readonly [programs: string, before: string])[] = [
  ['(?:mysql|mariadb)(?:-?(?:admin|dump|check|import|show|slap))?|mysqlsh|7z[az]?|rar|unrar', '-p'],
  ['sshpass', String.raw`-p\s?`],
  ['(?:redis|valkey|keydb)-cli', String.raw`-a["']?\s{1,9}`],
  [
    'mongo(?:sh|dump|restore|export|import)?|cqlsh|cypher-shell|couchbase-cli|docker login|az login|vsql',
    String.raw`-p["']?\s{1,9}`,
  ],
  ['sqlcmd|bcp|tsql|isql|mosquitto_(?:pub|sub|rr)|zip|unzip', String.raw`-P["']?\s?`],
  ['ldap(?:search|modify|add|delete|whoami|passwd)', String.raw`-w["']?\s?`],
  [
    'curl|https?|etcdctl',
    String.raw`(?:-u|--user|-U|--proxy-user|-a|--auth)["']?[\s=]?\s{0,9}["']?[^\s:"'-][^\s:"']{0,200}:`,
  ],
  ['smbclient|rpcclient', String.raw`-U\s{0,9}["']?[^\s%"']{1,200}%`],
  ['lftp', String.raw`-u\s{1,9}["']?[^\s,"']{1,200},`],
  ['mc', String.raw`(?:alias set|config host add)\s{1,9}\S{1,99}\s{1,9}\S{1,500}\s{1,9}\S{1,200}\s{1,9}`],
  ['rabbitmqctl', String.raw`(?:add_user|change_password|authenticate_user)\s{1,9}\S{1,99}\s{1,9}`],
  ['sqlplus|expdp|impdp|rman', String.raw`[\w$]{1,99}/`],
  ['htpasswd', String.raw`-\w{0,9}b\w{0,9}\s{1,9}(?:\S*/\S{1,500}\s{1,9})?[\w.-]{1,99}\s{1,9}`],
  ['aws', String.raw`configure set aws_secret_access_key\s{1,9}`],
  ['openssl', String.raw`(?:-pass(?:in|out)?\s{1,9}["']?pass:|-k\s{1,9})`],
];
const FORMS: readonly RegExp[] = [
  ...COMMANDS.map(
    ([programs, before]) =>
      new RegExp(called(programs) + String.raw`(?:[^\n|;&]{0,500}?\s)??["']?` + before + PASSWORD, 'g'),
  ),
  // SQL, as it is handed to such a program.
  /\b(?:identified\s{1,9}(?:with\s{1,9}\w{1,99}\s{1,9})?by|(?:user|role)\b[^\n;]{0,200}\bpassword)\s{1,9}(?<value>\\?["'][^"'\n]{1,500}["'])/gi,
];
/** Most texts call none of them, and need not be looked through for each. */
const ANY = new RegExp(
  `${called(COMMANDS.map(([programs]) => programs).join('|'))}|identified\\s|password\\s`,
  'i',
);

/** What stands in a command, or in a script of commands, where its program wants a password. */
export function passwordsIn(text: string): readonly string[] {
  if (!ANY.test(text)) return [];
  return FORMS.flatMap((each) => [...text.matchAll(each)].map(({ groups }) => groups?.value ?? ''));
}
