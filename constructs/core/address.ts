/** Where something listens. A service keeps addresses inside its network and addresses on the host apart. */
export class Address {
  public constructor(
    public readonly host: string,
    public readonly port: number,
  ) {}

  /** `host:port` */
  public toString(): string {
    return `${this.host}:${this.port}`;
  }
}
