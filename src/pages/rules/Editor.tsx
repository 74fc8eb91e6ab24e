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
import { RuleForm } from './RuleForm';

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
  useEffect(() => {
    // The button that opens the form is far down on the page of the version.
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  }, []);
  const draft = from.enabledAt === undefined;
  const [id, setId] = useState(draft ? from.id : nextId(taken));
  const [rules, setRules] = useState<Rule[]>(from.rules);
  const [gone, setGone] = useState<readonly string[]>([]);
  const [scheme, setScheme] = useState(from.scheme);
  const [fault, setFault] = useState<{ path: string; words: string }>();
  const kept = rules.filter((rule) => !gone.includes(rule.id));
  const save = async () => {
    try {
      await send('points.draft', { version: id.trim(), rules: kept, scheme });
      toast(words.edit.saved);
      await onDone(id.trim());
    } catch (reason) {
      const { words: why, path = '' } = asCloudError(reason);
      setFault({ path, words: said(why) });
    }
  };
  const faultAt = (path: string) => (fault?.path.startsWith(path) ? fault.words : undefined);
  const faultOf = (rule: Rule) => faultAt(`rules.${kept.indexOf(rule)}.`);
  return (
    <>
      <Card title={words.edit.title}>
        <View className="rules__form y-form">
          <Field
            name="version"
            label={words.edit.id}
            value={id}
            onChange={setId}
            most={20}
            hint={words.edit.idHint}
            error={faultAt('version')}
          />
          <FieldFrame label={words.edit.weights} error={faultAt('scheme.weights')}>
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
              <Field
                name="full"
                label={words.edit.full}
                value={String(scheme.fullPoints)}
                kind="number"
                most={5}
                onChange={(value) => setScheme({ ...scheme, fullPoints: Number(value) })}
                error={faultAt('scheme.fullPoints')}
              />
            </View>
          </FieldFrame>
        </View>
      </Card>
      <View className="rules__grid y-form">
        {rules.map((rule) => (
          <RuleForm
            key={rule.id}
            rule={rule}
            was={from.rules.find(({ id: one }) => one === rule.id) ?? rule}
            gone={gone.includes(rule.id)}
            fault={faultOf(rule)}
            onGone={(off) => setGone(off ? [...gone, rule.id] : gone.filter((one) => one !== rule.id))}
            onChange={(changed) => {
              setFault(undefined);
              setRules(rules.map((one) => (one.id === rule.id ? changed : one)));
            }}
          />
        ))}
      </View>
      {fault && <View className="y-wrong">{fault.words}</View>}
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
