import type { IPluginContext } from '@tarojs/service';

const SPOKEN = { 'aria-role': '', 'aria-label': '', 'aria-checked': '' };

interface WithTemplate {
  template?: {
    mergeComponents(ctx: IPluginContext, components: Record<string, Record<string, string>>): void;
  };
}

/** Taro's WXML templates carry only the attributes they know; screen readers need these on our targets. */
export default function aria(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: WithTemplate) {
      platform.template?.mergeComponents(ctx, { View: SPOKEN });
    },
  });
}
