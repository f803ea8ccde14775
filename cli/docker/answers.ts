/** For `catch`: nothing where the Engine answers with one of these, such as 404 for what is not there. */
export function ignore(...statusCodes: readonly number[]): (error: unknown) => undefined {
  return (error) => {
    if (!statusCodes.includes((error as { statusCode?: number }).statusCode ?? 0)) throw error;
    return undefined;
  };
}

/** What fetch itself says is that it failed; of an address tried by IPv4 and IPv6 only the code is said. */
export function asText(error: unknown): string {
  const { message, cause } = error as Error & { readonly cause?: NodeJS.ErrnoException };
  return cause?.message || cause?.code || message;
}
