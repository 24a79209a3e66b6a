/** Words that the desk writes into the history of a request. */
export const texts = {
  givenTo: (name: string) => `À ${name}.`,
} as const;
