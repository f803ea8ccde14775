import { join } from 'node:path';
import ts from 'typescript';

const CONSTRUCTS = join(__dirname, '..', '..', '..', 'constructs');
/** What people import, beside bindings that others make. */
const ENTRIES = ['.', 'testing', 'local-images'].map((folder) => join(CONSTRUCTS, folder, 'index.ts'));

/** The library without its dependencies: nothing of theirs is asked for here, and reading them takes long. */
function library(): ts.Program {
  const options = { module: ts.ModuleKind.Node16, noLib: true, types: [] };
  const host = ts.createCompilerHost(options);
  host.fileExists = (path) => !path.includes('node_modules') && ts.sys.fileExists(path);
  return ts.createProgram(ENTRIES, options, host);
}

/** Every exported name, and every name of the library in the signature of an exported one. */
function publicFace(): { exported: Set<string>; mentioned: Map<string, string> } {
  const program = library();
  const checker = program.getTypeChecker();
  const origin = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const isOurs = ({ flags, declarations = [] }: ts.Symbol): boolean =>
    !(flags & ts.SymbolFlags.TypeParameter) &&
    declarations.some((each) => each.getSourceFile().fileName.startsWith(CONSTRUCTS));

  const exported = ENTRIES.flatMap((entry) =>
    checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)!)!),
  );
  const mentioned = new Map<string, string>();
  const visit = (node: ts.Node, by: string): void => {
    const isPrivate = ts.canHaveModifiers(node) && node.modifiers?.some(isPrivateKeyword);
    const isInternal = ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'internal');
    if (isPrivate || isInternal || ts.isBlock(node)) return;
    const name = ts.isTypeReferenceNode(node)
      ? node.typeName
      : ts.isExpressionWithTypeArguments(node)
        ? node.expression
        : undefined;
    const symbol = name && checker.getSymbolAtLocation(name);
    if (symbol && isOurs(origin(symbol))) mentioned.set(symbol.name, by);
    ts.forEachChild(node, (child) => visit(child, by));
  };
  for (const symbol of exported)
    origin(symbol).declarations?.forEach((declaration) => visit(declaration, symbol.name));
  return { exported: new Set(exported.map(({ name }) => name)), mentioned };
}

function isPrivateKeyword({ kind }: ts.ModifierLike): boolean {
  return kind === ts.SyntaxKind.PrivateKeyword;
}

test('exports every type in the signature of something exported, so that users can name it', () => {
  const { exported, mentioned } = publicFace();
  expect(mentioned.get('Size')).toBeDefined();
  expect(mentioned.get('Attributes')).toBe('TerraformJson');
  expect([...mentioned].filter(([name]) => !exported.has(name))).toEqual([]);
}, 60_000);
