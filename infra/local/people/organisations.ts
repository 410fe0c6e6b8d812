export const trustsTenantId = '3b0f6d1e-5c1a-4e0b-9a57-8d2f4c6e1a01';
export const councilTenantId = '8e47c2aa-91d4-4f3c-b6e0-27a9d5f0c302';

export type Organisation = {
  readonly name: string;
  readonly tenantId: string;
  readonly domain: string;
  readonly region: string;
  readonly town: string;
};

const trusts = { tenantId: trustsTenantId, domain: 'example.nhs.uk' } as const;
const yorkshire = { ...trusts, region: 'North East and Yorkshire' } as const;

export const organisations = {
  riverside: { ...yorkshire, name: 'Leeds Riverside Hospitals NHS Trust', town: 'Leeds' },
  calder: { ...yorkshire, name: 'Calder Dale Community NHS Trust', town: 'Halifax' },
  moorside: { ...yorkshire, name: 'Bradford Moorside Mental Health NHS Foundation Trust', town: 'Bradford' },
  pennine: { ...yorkshire, name: 'Pennine Edge Ambulance Service NHS Trust', town: 'Wakefield' },
  tamar: {
    ...trusts,
    name: 'Tamar Coast Hospitals NHS Foundation Trust',
    region: 'South West',
    town: 'Plymouth',
  },
  surgery: { ...yorkshire, name: 'Willow Row Surgery', town: 'Leeds' },
  council: {
    name: 'Wharfe Valley Council',
    tenantId: councilTenantId,
    domain: 'example.gov.uk',
    region: 'North East and Yorkshire',
    town: 'Wakefield',
  },
} as const satisfies Record<string, Organisation>;

export type OrganisationKey = keyof typeof organisations;
