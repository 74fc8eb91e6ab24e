import type { TemplateName } from '../../domain/notice/kinds';
import { TEMPLATE_FIELDS } from '../../domain/notice/template';
import type { Templates } from '../cloud';

/** Template ids as this machine's WeChat hands them out; in production they come from its console. */
export const TEMPLATE_IDS: Record<TemplateName, string> = {
  task: 'local-template-task',
  progress: 'local-template-progress',
};

export function registeredTemplates(): Templates {
  const names = Object.keys(TEMPLATE_IDS) as TemplateName[];
  return Object.fromEntries(names.map((name) => [TEMPLATE_IDS[name], TEMPLATE_FIELDS[name]]));
}
