/** What is known of a problem without anything that people wrote: messages may hold addresses, so they stay out. */
export type Log = (what: string, problem?: unknown, ids?: Readonly<Record<string, string | number>>) => void;

/** One JSON object a line. */
export function jsonLog(write: (line: string) => void): Log {
  return (what, problem, ids = {}) => {
    const line = {
      at: new Date().toISOString(),
      what,
      ...ids,
      ...(problem ? { problem: outline(problem) } : {}),
    };
    write(`${JSON.stringify(line)}\n`);
  };
}

function outline(problem: unknown): object {
  if (!(problem instanceof Error)) return { kind: typeof problem };
  const code = 'code' in problem && typeof problem.code === 'string' ? { code: problem.code } : {};
  const status =
    'statusCode' in problem && typeof problem.statusCode === 'number' ? { status: problem.statusCode } : {};
  const frames = (problem.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  const cause = problem.cause === undefined ? {} : { cause: outline(problem.cause) };
  return {
    kind: problem.name,
    ...code,
    ...status,
    at: frames.slice(0, 4).map(frame => frame.trim()),
    ...cause,
  };
}
