/** Where something listens. A service keeps addresses inside its network and addresses on the host apart. */
export class Address {
  public constructor(
    /** A name or an address, without the port: `kafka1` inside the network, `localhost` on the host. */
    public readonly host: string,
    /** 1 to 65535; on the host, the platform's port offset included. */
    public readonly port: number,
  ) {}

  /** `host:port` */
  public toString(): string {
    return `${this.host}:${this.port}`;
  }
}
