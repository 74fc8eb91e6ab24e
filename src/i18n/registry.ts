import { registry as en } from './en/registry';
import { withOwn } from './own';
import { registry as zh } from './zh/registry';

export const useRegistryWords = withOwn({ zh: { registry: zh }, en: { registry: en } });
