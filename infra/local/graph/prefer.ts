import { GraphError } from './graph-error.ts';
import { ianaZone } from './zones.ts';

/** What the Prefer header asks of an answer. https://learn.microsoft.com/graph/outlook-immutable-id */
export type Preferences = {
  /** As it was named; UTC unless asked. */
  readonly zoneName: string;
  readonly zone: string;
  readonly immutableIds: boolean;
  readonly textBody: boolean;
  readonly pageSize?: number;
  /** For the header Preference-Applied. */
  readonly applied: readonly string[];
};

export function preferences(header: string | undefined): Preferences {
  const asked = header ?? '';
  const zoneName = /outlook\.timezone\s*=\s*"?([^";,]+)"?/i.exec(asked)?.[1]?.trim();
  const zone = ianaZone(zoneName ?? 'UTC');
  if (zone === undefined) throw unknownZone();
  const immutableIds = /IdType\s*=\s*"?ImmutableId"?/i.test(asked);
  const textBody = /outlook\.body-content-type\s*=\s*"?text"?/i.test(asked);
  const pageSize = /odata\.maxpagesize\s*=\s*"?(\d+)/i.exec(asked)?.[1];
  return {
    zoneName: zoneName ?? 'UTC',
    zone,
    immutableIds,
    textBody,
    ...(pageSize === undefined ? {} : { pageSize: Number(pageSize) }),
    applied: [
      ...(zoneName === undefined ? [] : [`outlook.timezone="${zoneName}"`]),
      ...(immutableIds ? ['IdType="ImmutableId"'] : []),
      ...(textBody ? ['outlook.body-content-type="text"'] : []),
    ],
  };
}

export function unknownZone(): GraphError {
  return new GraphError(400, 'TimeZoneNotSupportedException', 'A valid TimeZone value must be specified.');
}
