import type { Words } from '../error/refusal';
import { CATEGORY_TREE, type CategoryGroup, type CategoryPart, groupEntry, type Unit } from './category-tree';

/** `road` or, where somebody was more exact, `road.bridge`. */
export type Category = CategoryGroup | CategoryPart;

/** A kind of matter with what it has from its group. */
export interface CategoryEntry extends Words {
  group: CategoryGroup;
  unit: Unit;
  ladder: 'normal' | 'urgent';
  danger: boolean;
  /** Neighbours have it too. */
  shared: boolean;
}

export const CATEGORY_GROUPS = Object.keys(CATEGORY_TREE) as [CategoryGroup, ...CategoryGroup[]];

const partsOf = (group: CategoryGroup) => Object.entries(groupEntry(group).parts);

/** Every code that is valid, groups before their parts. */
export const CATEGORY_CODES = CATEGORY_GROUPS.flatMap((group): Category[] => [group, ...parts(group)]) as [
  Category,
  ...Category[],
];

/** The parts of a group, in the order of the screen. */
export function parts(group: CategoryGroup): CategoryPart[] {
  return partsOf(group).map(([part]) => `${group}.${part}` as CategoryPart);
}

export const CATEGORIES = Object.fromEntries(
  CATEGORY_GROUPS.flatMap((group) => {
    const { zh, en, unit, ladder = 'normal', danger = false, shared = false } = groupEntry(group);
    const whole: CategoryEntry = { zh, en, group, unit, ladder, danger, shared };
    return [
      [group, whole],
      ...partsOf(group).map(([part, own]): [string, CategoryEntry] => [
        `${group}.${part}`,
        { ...whole, ...own },
      ]),
    ];
  }),
) as Record<Category, CategoryEntry>;

export function groupOf(category: Category): CategoryGroup {
  return CATEGORIES[category].group;
}

export function isDanger(category: Category): boolean {
  return CATEGORIES[category].danger;
}

/** The kinds that count as the same when similar matters are looked for. */
export function kin(category: Category): Category[] {
  const group = groupOf(category);
  return [group, ...parts(group)];
}

/** Whether the words hint at something that cannot wait; a hint to ask, never a decision. */
export function soundsUrgent(category: Category, text: string): boolean {
  return (groupEntry(groupOf(category)).urgent ?? []).some((word) => text.includes(word));
}
