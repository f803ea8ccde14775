import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface TokenIssuerOptions {
  /** Its certificate, and the key of that, in PEM. */
  readonly cert: string;
  readonly key: string;
  /** The secret of each client. */
  readonly clients: Readonly<Record<string, string>>;
  /** What its tokens have in common, beside issuer, user and times. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Where it listens, and what others call it. @default 'localhost' */
  readonly host?: string;
  /** @default - a free one */
  readonly port?: number;
}

const seconds = (): number => Math.floor(Date.now() / 1000);
const encoded = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');

/** Issues tokens for the credentials of clients (RFC 6749 4.4), as Keycloak and its like do: a real one, for tests. */
export class TokenIssuer {
  public static async start(options: TokenIssuerOptions): Promise<TokenIssuer> {
    const { host = 'localhost', port = 0, cert, key } = options;
    const server = createServer({ cert, key });
    await once(server.listen(port, host), 'listening');
    return new TokenIssuer(server, host, options);
  }

  public readonly url: string;
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly kid = createHash('sha256')
    .update(this.keys.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url');

  private constructor(
    private readonly server: Server,
    host: string,
    private readonly options: TokenIssuerOptions,
  ) {
    this.url = `https://${host}:${(server.address() as AddressInfo).port}`;
    server.on('request', (request, response) => {
      request.resume();
      const [status, body] =
        request.url === '/jwks' ? [200, this.jwks] : this.answer(request.headers.authorization);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  }

  public get jwksEndpoint(): string {
    return `${this.url}/jwks`;
  }

  public get tokenEndpoint(): string {
    return `${this.url}/token`;
  }

  /** A token of a user. @param claims instead of the usual ones @param key instead of its own, such as a thief's */
  public token(user: string, claims: Readonly<Record<string, unknown>> = {}, key?: KeyObject): string {
    const usual = { iss: this.url, sub: user, iat: seconds(), exp: seconds() + 300, scope: 'kafka' };
    const said = `${encoded({ alg: 'RS256', typ: 'JWT', kid: this.kid })}.${encoded({ ...usual, ...this.options.claims, ...claims })}`;
    return `${said}.${sign('sha256', Buffer.from(said), key ?? this.keys.privateKey).toString('base64url')}`;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private get jwks(): object {
    return {
      keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), kid: this.kid, use: 'sig', alg: 'RS256' }],
    };
  }

  private answer(authorization = ''): [status: number, body: object] {
    const [client = '', ...secret] = Buffer.from(authorization.replace(/^Basic /, ''), 'base64')
      .toString()
      .split(':');
    if (this.options.clients[client] !== secret.join(':')) return [401, { error: 'invalid_client' }];
    return [200, { access_token: this.token(client), token_type: 'Bearer', expires_in: 300, scope: 'kafka' }];
  }
}
