/** What a shell learns from a command. */
export const exitCode = {
  done: 0,
  regression: 1,
  badInput: 2,
  incomplete: 3,
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
