import boardAndExecutiveLeadership from '../vocabulary/sentences/board-and-executive-leadership.json' with {
  type: 'json',
};
import confidence from '../vocabulary/sentences/confidence.json' with { type: 'json' };
import conflictAndDifficultConversations from '../vocabulary/sentences/conflict-and-difficult-conversations.json' with {
  type: 'json',
};
import digitalLeadership from '../vocabulary/sentences/digital-leadership.json' with { type: 'json' };
import equalityAndInclusion from '../vocabulary/sentences/equality-and-inclusion.json' with { type: 'json' };
import internationallyEducatedStaff from '../vocabulary/sentences/internationally-educated-staff.json' with {
  type: 'json',
};
import interviewsAndApplications from '../vocabulary/sentences/interviews-and-applications.json' with {
  type: 'json',
};
import leadingChange from '../vocabulary/sentences/leading-change.json' with { type: 'json' };
import moneyAndBusinessCases from '../vocabulary/sentences/money-and-business-cases.json' with {
  type: 'json',
};
import movingIntoManagement from '../vocabulary/sentences/moving-into-management.json' with { type: 'json' };
import networkingAndInfluence from '../vocabulary/sentences/networking-and-influence.json' with {
  type: 'json',
};
import portfolioAndRevalidation from '../vocabulary/sentences/portfolio-and-revalidation.json' with {
  type: 'json',
};
import presentingAndPublicSpeaking from '../vocabulary/sentences/presenting-and-public-speaking.json' with {
  type: 'json',
};
import qualityImprovement from '../vocabulary/sentences/quality-improvement.json' with { type: 'json' };
import researchAndAcademia from '../vocabulary/sentences/research-and-academia.json' with { type: 'json' };
import retirementAndLateCareer from '../vocabulary/sentences/retirement-and-late-career.json' with {
  type: 'json',
};
import returningToWork from '../vocabulary/sentences/returning-to-work.json' with { type: 'json' };
import startingANewRole from '../vocabulary/sentences/starting-a-new-role.json' with { type: 'json' };
import strategyAndPolicy from '../vocabulary/sentences/strategy-and-policy.json' with { type: 'json' };
import teachingAndEducation from '../vocabulary/sentences/teaching-and-education.json' with { type: 'json' };
import twoNeeds from '../vocabulary/sentences/two-needs.json' with { type: 'json' };
import wellbeingAndWorkLifeBalance from '../vocabulary/sentences/wellbeing-and-work-life-balance.json' with {
  type: 'json',
};
import { type Example, schemePhrases } from './scheme-phrases.ts';

const files = [
  boardAndExecutiveLeadership,
  confidence,
  conflictAndDifficultConversations,
  digitalLeadership,
  equalityAndInclusion,
  internationallyEducatedStaff,
  interviewsAndApplications,
  leadingChange,
  moneyAndBusinessCases,
  movingIntoManagement,
  networkingAndInfluence,
  portfolioAndRevalidation,
  presentingAndPublicSpeaking,
  qualityImprovement,
  researchAndAcademia,
  retirementAndLateCareer,
  returningToWork,
  startingANewRole,
  strategyAndPolicy,
  teachingAndEducation,
  wellbeingAndWorkLifeBalance,
];

/** All that the data files say of what people mean, in their order: to learn from. */
export const examples: readonly Example[] = [
  ...schemePhrases,
  ...files.flatMap(({ area, writers }) =>
    Object.entries(writers).flatMap(([writer, texts]) =>
      texts.map(text => ({ areas: [area], text, writer })),
    ),
  ),
  ...Object.entries(twoNeeds.writers).flatMap(([writer, told]) =>
    told.map(({ areas, text }) => ({ areas, text, writer })),
  ),
];
