/**
 * Attributes that screen readers need on our targets and that Taro's View does not know.
 * Taro numbers a component's attributes by their order, once in the templates (config/aria.ts) and once
 * in the running app (app.ts): with a list on one side only, every attribute lands in its neighbour's place.
 */
export const ARIA = { 'aria-role': '', 'aria-label': '', 'aria-checked': '' };
