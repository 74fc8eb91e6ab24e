import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CapPeriod, Rule } from '../../../domain/points/rule';
import { Button, Card, Choice, Field, FieldFrame, Tag, TextArea } from '../../components';
import { useSaid } from '../../i18n';
import { useRuleWords } from '../../i18n/rules';
import { stepWords } from './amounts';
import { type Fault, faultAt } from './faults';

interface Props {
  rule: Rule;
  /** As it is in the version that the draft is made from. */
  was: Rule;
  /** Left out of the draft. */
  gone: boolean;
  /** Its path counts from the rule. */
  fault: Fault | undefined;
  onChange(rule: Rule): void;
  onGone(gone: boolean): void;
}

type Per = CapPeriod | 'none';
const PERS: readonly Per[] = ['none', 'week', 'month', 'year'];

/** One rule to be changed: what it gives, how much at most, and, when wanted, its words. */
export function RuleForm({ rule, was, gone, fault, onChange, onGone }: Props) {
  const words = useRuleWords().rules;
  const said = useSaid();
  const [wording, setWording] = useState(false);
  const { edit } = words;
  // People read the words, the clock reads the figures: they must say the same.
  const changed = !sameFigures(rule, was);
  const stale = changed && (rule.text.zh === was.text.zh || rule.text.en === was.text.en);
  const inWords = faultAt(fault, 'name', 'text') !== undefined;
  const shown = inWords || faultAt(fault, 'amount', 'cap') !== undefined;
  return (
    <Card
      id={`form-${rule.id}`}
      title={said(rule.name)}
      aside={<Tag tone={gone ? 'danger' : 'plain'}>{gone ? edit.removed : words.for[rule.for]}</Tag>}
      tone={fault ? 'danger' : 'plain'}
    >
      {!gone && (
        <View className="rules__form y-form">
          <Amount rule={rule} fault={fault} onChange={onChange} />
          <Cap rule={rule} fault={fault} onChange={onChange} />
          {stale && <View className="y-due">{edit.stale}</View>}
          {(wording || changed || inWords) && <Wording rule={rule} fault={fault} onChange={onChange} />}
          {fault && !shown && <View className="y-wrong">{fault.words}</View>}
        </View>
      )}
      <View className="y-acts">
        {!gone && !wording && !changed && (
          <Button kind="quiet" inline onTap={() => setWording(true)}>
            {edit.words}
          </Button>
        )}
        <Button id={`gone-${rule.id}`} kind="quiet" inline onTap={() => onGone(!gone)}>
          {gone ? edit.back : edit.remove}
        </Button>
      </View>
    </Card>
  );
}

function sameFigures(a: Rule, b: Rule): boolean {
  return JSON.stringify([a.amount, a.cap]) === JSON.stringify([b.amount, b.cap]);
}

type PartProps = Pick<Props, 'rule' | 'fault' | 'onChange'>;

function Amount({ rule, fault, onChange }: PartProps) {
  const words = useRuleWords().rules;
  const { amount, fact, id } = rule;
  if (typeof amount === 'number') {
    return (
      <Whole
        name={`amount-${id}`}
        label={fact === undefined ? words.edit.most : words.edit.gives}
        value={amount}
        error={faultAt(fault, 'amount')}
        onChange={(value) => onChange({ ...rule, amount: value })}
      />
    );
  }
  return (
    <View className="rules__fields">
      {amount.map((step, index) => (
        <Whole
          key={step.from}
          name={`amount-${id}-${index}`}
          label={words.edit.stepFrom(stepWords(fact, step.from, words))}
          value={step.amount}
          error={faultAt(fault, `amount.${index}`)}
          onChange={(value) =>
            onChange({
              ...rule,
              amount: amount.map((one) => (one === step ? { ...one, amount: value } : one)),
            })
          }
        />
      ))}
    </View>
  );
}

function Cap({ rule, fault, onChange }: PartProps) {
  const { edit } = useRuleWords().rules;
  const { cap, ...free } = rule;
  const per: Per = cap?.per ?? 'none';
  return (
    <>
      <FieldFrame label={edit.capPer} error={cap ? undefined : faultAt(fault, 'cap')}>
        <Choice<Per>
          label={edit.capPer}
          options={PERS.map((value) => ({
            value,
            label: value === 'none' ? edit.noCap : edit.per[value],
          }))}
          value={per}
          onChange={(value) =>
            onChange(value === 'none' ? free : { ...free, cap: { per: value, most: cap?.most ?? 10 } })
          }
        />
      </FieldFrame>
      {cap && (
        <Whole
          name={`cap-${rule.id}`}
          label={edit.capMost}
          value={cap.most}
          error={faultAt(fault, 'cap')}
          onChange={(most) => onChange({ ...rule, cap: { ...cap, most } })}
        />
      )}
    </>
  );
}

function Wording({ rule, fault, onChange }: PartProps) {
  const { edit } = useRuleWords().rules;
  const { name, text, id } = rule;
  return (
    <>
      <Field
        name={`name-zh-${id}`}
        label={edit.nameZh}
        value={name.zh}
        most={20}
        error={faultAt(fault, 'name.zh')}
        onChange={(zh) => onChange({ ...rule, name: { ...name, zh } })}
      />
      <TextArea
        name={`text-zh-${id}`}
        label={edit.textZh}
        value={text.zh}
        most={300}
        error={faultAt(fault, 'text.zh')}
        onChange={(zh) => onChange({ ...rule, text: { ...text, zh } })}
      />
      <Field
        name={`name-en-${id}`}
        label={edit.nameEn}
        value={name.en}
        most={60}
        error={faultAt(fault, 'name.en')}
        onChange={(en) => onChange({ ...rule, name: { ...name, en } })}
      />
      <TextArea
        name={`text-en-${id}`}
        label={edit.textEn}
        value={text.en}
        most={900}
        error={faultAt(fault, 'text.en')}
        onChange={(en) => onChange({ ...rule, text: { ...text, en } })}
      />
    </>
  );
}

interface WholeProps {
  name: string;
  label: string;
  value: number;
  error: string | undefined;
  onChange(value: number): void;
}

/** A whole number; while something else stands in the field it is no number, and the draft is not saved. */
function Whole({ name, label, value, error, onChange }: WholeProps) {
  const { edit } = useRuleWords().rules;
  const [typed, setTyped] = useState(String(value));
  return (
    <Field
      name={name}
      label={label}
      value={typed}
      most={5}
      error={Number.isNaN(value) ? edit.number : error}
      onChange={(text) => {
        setTyped(text);
        onChange(/^-?\d{1,4}$/.test(text) ? Number(text) : Number.NaN);
      }}
    />
  );
}
