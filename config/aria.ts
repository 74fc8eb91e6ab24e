import type { IPluginContext } from '@tarojs/service';
import { ARIA } from '../src/aria';

interface WithTemplate {
  template?: {
    mergeComponents(ctx: IPluginContext, components: Record<string, Record<string, string>>): void;
  };
}

/** Taro's WXML templates carry only the attributes they know. */
export default function aria(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: WithTemplate) {
      platform.template?.mergeComponents(ctx, { View: ARIA });
    },
  });
}
