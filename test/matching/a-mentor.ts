import type { MentorProfile } from '../../bot/mentoring/people/mentor-profile.ts';

export function aMentor(says: Partial<MentorProfile> = {}): MentorProfile {
  const id = says.id ?? 'priya';
  return {
    id,
    schemeId: 'hub',
    name: 'Priya Varghese',
    address: `${id}@leeds.example`,
    jobTitle: 'Ward Manager',
    profession: 'Nursing',
    band: '7',
    organisation: 'Leeds Hospitals',
    region: 'North East and Yorkshire',
    town: 'Leeds',
    focusAreas: ['Moving into management'],
    languages: ['English'],
    meets: ['online', 'in person'],
    availableDays: ['Thursday'],
    accreditation: '',
    capacity: 1,
    about: '',
    ...says,
  };
}
