import type { Judge } from './package-parts.ts';

const ofMicrosoft = /\b(teams|microsoft|office|outlook|copilot|sharepoint|azure|ms|msft)\b/i;
const coreFeatures = ['chat', 'calendar', 'calls', 'files', 'activity', 'apps', 'help', 'teams'];

/** M-05: what the app is called and how it is told. */
export const words: Judge = ({ manifest: { name, description } }) => {
  const { short, full } = description;
  const found: string[] = [];
  for (const each of [name.short, name.full]) {
    if (ofMicrosoft.test(each)) found.push(`The name "${each}" uses a name of Microsoft's.`);
    if (coreFeatures.includes(each.trim().toLowerCase()))
      found.push(`The name "${each}" is that of a part of Teams.`);
  }
  if (name.short.trim() === '') found.push('The short name is empty.');
  if (!/^[^.!?]+\.$/.test(short)) found.push('The short description is not one sentence.');
  if (/\bapps?\b/i.test(short)) found.push('The short description says "app".');
  if (full === short || full.trim() === '')
    found.push('The long description says no more than the short one.');
  if (full.length > 4000) found.push('The long description is over 4,000 characters.');
  if (full.split(/\s+/).length > 500) found.push('The long description is over 500 words.');
  if (/office 365/i.test(`${short} ${full}`))
    found.push('A description says "Office 365": it is Microsoft 365.');
  if (/\b(MS|MSFT)\b/.test(`${short} ${full}`)) found.push('A description shortens the name of Microsoft.');
  const first = /(\S+\s+)?\bTeams\b/.exec(full)?.[0];
  if (first !== undefined && !first.startsWith('Microsoft'))
    found.push('The long description names Teams first without "Microsoft".');
  return found;
};
