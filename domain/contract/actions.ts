import type { z } from 'zod';
import type { INPUTS } from './inputs';
import type { Outputs } from './views';

/** `function.action`; the function is the cloud function that serves it. */
export type ActionName = keyof typeof INPUTS;
export type FunctionName = ActionName extends `${infer F}.${string}` ? F : never;
export type ActionOf<F extends FunctionName> = Extract<ActionName, `${F}.${string}`>;

/** What a client sends. */
export type InputOf<A extends ActionName> = z.input<(typeof INPUTS)[A]>;
/** What a handler receives, checked. */
export type ParsedOf<A extends ActionName> = z.output<(typeof INPUTS)[A]>;
export type OutputOf<A extends ActionName> = Outputs[A];

/** Actions that change something: they need a command id and can be repeated safely. */
export const COMMAND_ACTIONS = [
  'contact.save',
  'contact.review',
  'contact.callBack',
  'household.invite',
  'household.ask',
  'household.answer',
  'household.leave',
  'household.vouch',
  'household.callMe',
  'notice.consent',
  'notice.choose',
  'problem.report',
  'problem.clear',
  'problem.accept',
  'problem.refuse',
  'problem.assign',
  'problem.whistle',
  'problem.progress',
  'problem.suspend',
  'problem.resume',
  'problem.extend',
  'problem.grant',
  'problem.deny',
  'problem.return',
  'problem.transfer',
  'problem.escalate',
  'problem.merge',
  'problem.split',
  'problem.finish',
  'problem.verify',
  'problem.redo',
  'problem.uphold',
  'problem.overturn',
  'problem.supervise',
  'problem.confirm',
  'problem.reopen',
  'problem.rate',
  'problem.withdraw',
  'problem.join',
  'problem.comment',
  'study.add',
  'study.decide',
  'study.hold',
  'deed.promise',
  'deed.progress',
  'deed.done',
  'deed.drop',
  'points.award',
  'points.reverse',
  'points.approve',
  'points.decline',
  'points.recuse',
  'points.draft',
  'points.enable',
  'shop.join',
  'shop.renew',
  'shop.leave',
  'shop.request',
  'shop.order',
  'shop.cancel',
  'shop.stock',
  'shop.handOut',
  'shop.card',
  'evaluation.begin',
  'evaluation.answer',
  'evaluation.review',
  'evaluation.exempt',
  'evaluation.grade',
  'evaluation.sign',
  'evaluation.appeal',
  'evaluation.decide',
  'roll.recommend',
  'roll.retract',
  'roll.consent',
  'roll.withdraw',
  'roll.train',
  'roll.basis',
  'roll.allow',
  'roll.end',
  'roll.post',
  'roll.repair',
  'roll.object',
  'roll.answer',
  'registry.handOver',
  'registry.leave',
  'registry.move',
  'registry.end',
  'registry.merge',
] as const satisfies readonly ActionName[];

export type CommandAction = (typeof COMMAND_ACTIONS)[number];

export function isCommand(action: ActionName): action is CommandAction {
  return (COMMAND_ACTIONS as readonly ActionName[]).includes(action);
}
