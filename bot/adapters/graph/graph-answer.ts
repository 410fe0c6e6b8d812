import { z } from 'zod';

/** What Graph answered. `body` is undefined where there was none or it was not JSON; `code` is Graph's error code. */
export type GraphAnswer = { readonly status: number; readonly body: unknown; readonly code?: string };

const errorBody = z.object({ error: z.object({ code: z.string() }) });

/** Throws where the connection ends before the answer does. */
export async function graphAnswer(response: Response): Promise<GraphAnswer> {
  const body = asJson(await response.text());
  const code = errorCode(body);
  return { status: response.status, body, ...(code && { code }) };
}

/** Graph's error code, never its message: messages can hold addresses. */
export function errorCode(body: unknown): string | undefined {
  const code = errorBody.safeParse(body).data?.error.code;
  return code && /^[\w.]{1,80}$/.test(code) ? code : undefined;
}

/** Milliseconds, from seconds or a date. */
export function retryAfterMs(header: string | null | undefined): number | undefined {
  if (header === null || header === undefined || header.trim() === '') return undefined;
  const ms = Number.isNaN(Number(header)) ? Date.parse(header) - Date.now() : Number(header) * 1000;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
