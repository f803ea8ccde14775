/** What is wrong with the environment, as a sentence for whoever set it. */
export class SettingsError extends Error {}
