import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { VersionView } from '../../../domain/contract/views';
import type { Rule } from '../../../domain/points/rule';
import { Button, Card, Field, FieldFrame, toast } from '../../components';
import { useSaid, useWords } from '../../i18n';
import { useRuleWords } from '../../i18n/rules';
import { asCloudError, cloud } from '../../services/cloud';
import { useSend } from '../../state';
import { type Fault, faultAt, faultIn, firstBlank } from './faults';
import { RuleForm } from './RuleForm';
import { toTop } from './top';

interface Props {
  from: VersionView;
  /** Ids that stand for something already. */
  taken: readonly string[];
  onClose(): void;
  onDone(id: string): Promise<void>;
}

type Weights = VersionView['scheme']['weights'];
const WEIGHTS = ['points', 'residents', 'review'] as const satisfies readonly (keyof Weights)[];

/** A version as a form: what a rule gives, its limit, its words; what is left out is left out of the draft only. */
export function Editor({ from, taken, onClose, onDone }: Props) {
  const words = useRuleWords().rules;
  const { action } = useWords();
  const said = useSaid();
  const send = useSend();
  useEffect(toTop, []);
  const again = from.enabledAt === undefined;
  const [id, setId] = useState(again ? from.id : nextId(taken));
  const [rules, setRules] = useState<Rule[]>(from.rules);
  const [gone, setGone] = useState<readonly string[]>([]);
  const [scheme, setScheme] = useState(from.scheme);
  const [fault, setFault] = useState<Fault>();
  const kept = rules.filter((rule) => !gone.includes(rule.id));
  const save = async () => {
    const draft = { version: id.trim(), rules: kept, scheme };
    const blank = firstBlank(draft, words.edit);
    if (blank) return show(blank);
    try {
      await send('points.draft', draft);
      toast(words.edit.saved);
      await onDone(draft.version);
      toTop();
    } catch (reason) {
      const { words: why, path = '' } = asCloudError(reason);
      show({ path, words: said(why) });
    }
  };
  const wrong = kept.find((_rule, index) => faultIn(fault, index));
  /** The button is far below the field. */
  const show = (found: Fault) => {
    setFault(found);
    const rule = kept.find((_rule, index) => faultIn(found, index));
    const selector = rule ? `#form-${rule.id}` : '#draft-head';
    Taro.nextTick(() => Taro.pageScrollTo({ selector, offsetTop: -80, duration: 0 }).catch(() => undefined));
  };
  return (
    <>
      <Card id="draft-head" title={words.edit.title}>
        <View className="rules__form y-form">
          <Field
            name="version"
            label={words.edit.id}
            value={id}
            onChange={setId}
            most={20}
            hint={words.edit.idHint}
            error={faultAt(fault, 'version')}
          />
          <FieldFrame label={words.edit.weights} error={faultAt(fault, 'scheme.weights')}>
            <View className="rules__fields">
              {WEIGHTS.map((name) => (
                <Field
                  key={name}
                  name={`weight-${name}`}
                  label={words.edit.weightOf[name]}
                  value={String(scheme.weights[name])}
                  kind="number"
                  most={3}
                  onChange={(value) =>
                    setScheme({ ...scheme, weights: { ...scheme.weights, [name]: Number(value) } })
                  }
                />
              ))}
            </View>
          </FieldFrame>
          <Field
            name="full"
            label={words.edit.full}
            value={String(scheme.fullPoints)}
            kind="number"
            most={5}
            onChange={(value) => setScheme({ ...scheme, fullPoints: Number(value) })}
            error={faultAt(fault, 'scheme.fullPoints')}
          />
        </View>
      </Card>
      <View className="rules__grid y-form">
        {rules.map((rule) => (
          <RuleForm
            key={rule.id}
            rule={rule}
            was={from.rules.find(({ id: one }) => one === rule.id) ?? rule}
            gone={gone.includes(rule.id)}
            fault={faultIn(fault, kept.indexOf(rule))}
            onGone={(off) => setGone(off ? [...gone, rule.id] : gone.filter((one) => one !== rule.id))}
            onChange={(changed) => {
              setFault(undefined);
              setRules(rules.map((one) => (one.id === rule.id ? changed : one)));
            }}
          />
        ))}
      </View>
      {fault && (
        <View className="y-wrong">
          {wrong ? words.edit.wrongIn(said(wrong.name) || wrong.id, fault.words) : fault.words}
        </View>
      )}
      <View className="y-acts">
        <Button id="cancel" kind="quiet" onTap={onClose}>
          {action.cancel}
        </Button>
        <Button id="save-draft" onTap={save}>
          {words.edit.save}
        </Button>
      </View>
    </>
  );
}

/** The next number of the year to come. */
function nextId(taken: readonly string[]): string {
  const year = new Date(cloud.now() + 8 * 3_600_000).getUTCFullYear() + 1;
  let n = 1;
  while (taken.includes(`${year}.${n}`)) n += 1;
  return `${year}.${n}`;
}
