/** For `catch`: nothing where the Engine answers with one of these, such as 404 for what is not there. */
export function ignore(...statusCodes: readonly number[]): (error: unknown) => undefined {
  return (error) => {
    if (!statusCodes.includes((error as { statusCode?: number }).statusCode ?? 0)) throw error;
    return undefined;
  };
}
