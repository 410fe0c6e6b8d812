import vocabulary from './vocabulary/organisations.json' with { type: 'json' };
import regions from './vocabulary/regions.json' with { type: 'json' };

export type Organisation = {
  readonly name: string;
  readonly alsoCalled: readonly string[];
  /** Empty where it has no one place. */
  readonly town: string;
  readonly type: string;
  /** Where that is known without a town. */
  readonly region?: string;
};

const listed: readonly Organisation[] = vocabulary.rows.map(row => {
  const [name = '', alsoCalled = '', town = '', type = ''] = row.split('|').map(cell => cell.trim());
  return { name, alsoCalled: alsoCalled.split(';').flatMap(each => each.trim() || []), town, type };
});

const universities: readonly Organisation[] = vocabulary.universities.map(row => {
  const [name = '', town = ''] = row.split('|').map(cell => cell.trim());
  return { name, alsoCalled: [], town, type: 'university' };
});

const boards: readonly Organisation[] = regions.flatMap(({ name: region, boards: inRegion }) =>
  inRegion.map(({ name }) => ({
    name: `NHS ${name} ICB`,
    alsoCalled: [
      `${name} ICB`,
      `NHS ${name}`,
      `${name} Integrated Care Board`,
      `NHS ${name} Integrated Care Board`,
    ],
    town: '',
    type: 'ICB',
    region,
  })),
);

export const organisations: readonly Organisation[] = [...listed, ...universities, ...boards];

export const organisationNames: readonly string[] = organisations.map(({ name }) => name);
