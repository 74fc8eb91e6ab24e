import type { Person, Role } from '../person/person';
import type { TemplateName } from './kinds';

/** With this many consents left a template is not asked for: the dialog is a burden too. */
export const ENOUGH = 5;

/** Which messages this role's phone will get next. */
const NEEDS: Record<Role, readonly TemplateName[]> = {
  resident: ['progress'],
  worker: ['task', 'progress'],
  chief: ['task', 'progress'],
  secretary: ['task', 'progress'],
  official: ['task', 'progress'],
  handler: ['task', 'progress'],
  supervisor: ['task', 'progress'],
  admin: ['progress'],
};

/** The templates to ask this person for, fewest left first; none of which there are enough. */
export function templatesToAsk({ push }: Pick<Person, 'push'>, as: Role): TemplateName[] {
  const left = (name: TemplateName) => push?.left?.[name] ?? 0;
  return NEEDS[as].filter((name) => left(name) < ENOUGH).sort((a, b) => left(a) - left(b));
}
