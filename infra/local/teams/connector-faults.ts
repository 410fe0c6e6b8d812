/**
 * What goes wrong with the next calls that match.
 * - `status` answers with it, and `retryAfter` (seconds) and `body` with it
 * - `afterwards`: only when the call has taken effect
 * - `drop` closes the connection instead of answering
 * - `delayMs` waits first
 */
export type ConnectorFault = {
  readonly conversationId?: string;
  readonly method?: 'POST' | 'PUT' | 'DELETE' | 'GET';
  /** 1 without it. */
  readonly times?: number;
  readonly status?: number;
  readonly retryAfter?: number;
  readonly body?: object;
  readonly afterwards?: true;
  readonly drop?: true;
  readonly delayMs?: number;
};

export type ConnectorFaults = {
  add(fault: ConnectorFault): void;
  take(method: string, conversationId: string | undefined): ConnectorFault | undefined;
  clear(): void;
};

export function connectorFaults(): ConnectorFaults {
  let waiting: { readonly fault: ConnectorFault; left: number }[] = [];
  return {
    add(fault) {
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    take(method, conversationId) {
      const met = waiting.find(
        ({ fault }) =>
          (fault.method ?? method) === method && (fault.conversationId ?? conversationId) === conversationId,
      );
      if (!met) return undefined;
      met.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      return met.fault;
    },
    clear() {
      waiting = [];
    },
  };
}
